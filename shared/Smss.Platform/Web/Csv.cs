using System.Text;

namespace Smss.Platform.Web;

/// <summary>Lines of a CSV file that a spreadsheet opens without running anything in it.</summary>
internal static class Csv
{
    public static void Add(StringBuilder file, params ReadOnlySpan<string> cells)
    {
        for (int i = 0; i < cells.Length; i++) file.Append(i == 0 ? "" : ",").Append(Cell(cells[i]));
        file.Append("\r\n");
    }

    /// <summary>What a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static string Cell(string text)
    {
        string start = text.TrimStart(' ', '\u00A0', '\uFEFF');
        string safe = start.Length > 0 && start[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
