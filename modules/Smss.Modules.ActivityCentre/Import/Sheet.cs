using System.Text;
using CsvHelper;
using Smss.Abstractions.Modules;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>A table with a line of headings: separated by comma, semicolon or tab, UTF-8 with or without a BOM.</summary>
internal sealed class Sheet
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public List<SheetRow> Rows { get; } = [];

    public List<ImportProblem> Problems { get; } = [];

    /// <summary>Reads it all; what is wrong with the file as a whole is among the problems.</summary>
    /// <param name="needed">Columns without which the file makes no sense.</param>
    /// <param name="known">All columns; others are named in a warning.</param>
    public static Sheet Read(Stream file, IReadOnlyCollection<string> needed, IReadOnlyCollection<string> known)
    {
        var sheet = new Sheet();
        try
        {
            using var text = new StreamReader(file, Strict, leaveOpen: true);
            sheet.Fill(text.ReadToEnd(), needed, known);
        }
        catch (DecoderFallbackException)
        {
            sheet.Fail(0, "Plik nie jest w kodowaniu UTF-8 (może być w Windows-1250). Proszę zapisać go jako „CSV UTF-8”.");
        }
        catch (CsvFormatException e)
        {
            sheet.Fail((int)e.LineNumber, "Niedomknięty albo źle wstawiony cudzysłów.");
        }
        return sheet;
    }

    public void Fail(int line, string message) => Problems.Add(new ImportProblem(line, message, true));

    public void Warn(int line, string message) => Problems.Add(new ImportProblem(line, message, false));

    private void Fill(string text, IReadOnlyCollection<string> needed, IReadOnlyCollection<string> known)
    {
        using CsvReader csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            Separator = SeparatorOf(text.Split('\n', 2)[0]), TrackLineNumbers = true, TrimWhitespace = true, TrimInsideQuotes = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        string[] columns = [.. csv.Headers.Select(h => h.Trim().ToLowerInvariant())];
        foreach (string missing in needed.Except(columns)) Fail(1, $"Brakuje kolumny „{missing}”. W pliku są: {string.Join(", ", columns)}.");
        foreach (string odd in columns.Except(known)) Warn(1, $"Kolumna „{odd}” jest nieznana i zostanie pominięta.");
        foreach (var twice in columns.GroupBy(c => c).Where(g => g.Count() > 1)) Fail(1, $"Kolumna „{twice.Key}” jest w nagłówku dwa razy.");
        if (Problems.Exists(p => p.IsError)) return;
        while (csv.Read()) Add(csv, columns);
        if (Rows.Count == 0 && !Problems.Exists(p => p.IsError)) Fail(0, "W pliku nie ma żadnego wiersza z danymi.");
    }

    private void Add(CsvReader csv, string[] columns)
    {
        int line = (int)csv.LineNumber;
        if (csv.FieldCount != columns.Length) Fail(line, $"Wiersz ma {csv.FieldCount} pól, a nagłówek {columns.Length}.");
        else Rows.Add(new SheetRow(this, line, columns.Select((name, i) => (name, Cell: csv.GetString(i))).ToDictionary(c => c.name, c => c.Cell)));
    }

    private static char SeparatorOf(string headings) => new[] { ';', '\t', ',' }.MaxBy(s => headings.Count(c => c == s));
}
