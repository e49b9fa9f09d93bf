namespace Smss.Understanding;

/// <summary>
/// Finds the one stem that lies one typo away. A single typo leaves either the first or the last letters of a word
/// intact, so only stems that share one of these ends are compared.
/// </summary>
internal sealed class Typos
{
    private const int End = 3;
    // Stems of one end are chained, newest first: thousands of small lists would cost the start-up dear.
    private readonly Dictionary<int, int> _newest = new(4096);
    private readonly List<(string Stem, int Id, int Older)> _chained = new(8192);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _known = new HashSet<string>(4096).GetAlternateLookup<ReadOnlySpan<char>>();

    public void Add(ReadOnlySpan<char> stem, int id)
    {
        if (stem.Length < End + 1 || !_known.Add(stem)) return;
        string word = stem.ToString();
        AddTo(Head(stem), word, id);
        AddTo(Tail(stem), word, id);
    }

    /// <summary>Id of the stem one typo away; -1 when there is none or more than one.</summary>
    public int Nearest(ReadOnlySpan<char> word)
    {
        if (word.Length < End + 1) return -1;
        int found = -1;
        return Look(Head(word), word, ref found) && Look(Tail(word), word, ref found) ? found : -1;
    }

    // False as soon as a second stem is as near as the first.
    private bool Look(int end, ReadOnlySpan<char> word, ref int found)
    {
        for (int at = _newest.GetValueOrDefault(end, -1); at >= 0; at = _chained[at].Older)
        {
            var (stem, id, _) = _chained[at];
            if (id == found || !OneTypo(stem, word)) continue;
            if (found >= 0) return false;
            found = id;
        }
        return true;
    }

    /// <summary>Whether one letter is missing, added, wrong or swapped with its neighbour.</summary>
    internal static bool OneTypo(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        int same = a.CommonPrefixLength(b);
        ReadOnlySpan<char> x = a[same..], y = b[same..];
        if (x.Length > y.Length) return x[1..].SequenceEqual(y);
        if (x.Length < y.Length) return y[1..].SequenceEqual(x);
        if (x.Length == 0) return false;
        return x[1..].SequenceEqual(y[1..]) || x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..]);
    }

    private void AddTo(int end, string stem, int id)
    {
        _chained.Add((stem, id, _newest.GetValueOrDefault(end, -1)));
        _newest[end] = _chained.Count - 1;
    }

    private static int Head(ReadOnlySpan<char> word) => (word[0] * 8191 + word[1]) * 8191 + word[2];

    private static int Tail(ReadOnlySpan<char> word) => ~((word[^1] * 8191 + word[^2]) * 8191 + word[^3]);
}
