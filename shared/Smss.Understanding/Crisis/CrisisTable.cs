using System.Text.RegularExpressions;

namespace Smss.Understanding;

/// <summary>The rows of the crisis table with its sets of words written out, in every order they may stand in.</summary>
internal sealed partial class CrisisTable
{
    private readonly string[] rows;
    private readonly Dictionary<string, string> sets = new(StringComparer.Ordinal);

    public CrisisTable(IEnumerable<string> lines)
    {
        rows = [.. lines];
        foreach (string row in rows.Where(r => r[0] == '='))
        {
            int colon = row.IndexOf(':', StringComparison.Ordinal);
            sets.Add(row[1..colon].Trim(), row[(colon + 1)..].Trim());
        }
    }

    /// <summary>Rows of one kind: "+", "?" or "-".</summary>
    public IEnumerable<string> Rows(char kind) => rows.Where(r => r[0] == kind).Select(r => Set().Replace(r[1..].TrimStart(), m => sets[m.Groups[1].Value])).SelectMany(AnyOrder).SelectMany(Unfold).SelectMany(InLatin);

    /// <summary>A row that begins with "~" stands for its words in every order, with gaps between.</summary>
    private static IEnumerable<string> AnyOrder(string row) => row[0] == '~'
        ? Orders([.. row[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries)]).Select(order => string.Join(" .. ", order))
        : [row];

    private static IEnumerable<string[]> Orders(string[] tokens) => tokens.Length < 2
        ? [tokens]
        : tokens.SelectMany((first, at) => Orders([.. tokens[..at], .. tokens[(at + 1)..]]).Select(rest => (string[])[first, .. rest]));

    /// <summary>A spelling of several words ("na_zawsze") makes a row of its own.</summary>
    private static IEnumerable<string> Unfold(string row)
    {
        string[] tokens = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int at = Array.FindIndex(tokens, t => t.Contains('_', StringComparison.Ordinal));
        if (at < 0) return [row];
        ILookup<bool, string> spellings = tokens[at].Split('|').ToLookup(s => s.Contains('_', StringComparison.Ordinal));
        IEnumerable<string> ways = spellings[true].Select(s => s.Replace('_', ' '));
        if (spellings[false].Any()) ways = ways.Append(string.Join('|', spellings[false]));
        return ways.SelectMany(way => Unfold(string.Join(' ', [.. tokens[..at], way, .. tokens[(at + 1)..]])));
    }

    /// <summary>A row of Ukrainian alone is also looked for in Latin letters, its shortest words among them.</summary>
    private static IEnumerable<string> InLatin(string row)
    {
        yield return row;
        if (!Romanisation.Concerns(row) || row.Any(char.IsAsciiLetter)) yield break;
        for (int way = 0; way < Romanisation.Count; way++) yield return Romanisation.Write(row, way);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Set();
}
