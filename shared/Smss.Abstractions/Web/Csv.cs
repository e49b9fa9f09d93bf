using System.Text;

namespace Smss.Abstractions.Web;

/// <summary>A CSV file that a spreadsheet opens without running anything in it: UTF-8 with a BOM, commas, every cell in quotes.</summary>
public static class Csv
{
    /// <summary>Writes lines of cells, the first being the headings.</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string?>> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var file = new StringBuilder("\uFEFF");
        foreach (IEnumerable<string?> line in lines) file.AppendJoin(',', line.Select(cell => Cell(cell ?? ""))).Append("\r\n");
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    /// <summary>What a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string start = text.TrimStart(' ', '\u00A0', '\uFEFF');
        string safe = start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
