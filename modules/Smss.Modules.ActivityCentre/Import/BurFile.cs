using System.Globalization;
using System.Text.Json;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Services of the national training base as its API gives them: an array, or a page with "lista".</summary>
internal static class BurFile
{
    /// <summary>What is read; the line of a problem is the number of the service.</summary>
    public static List<Incoming<Training>> Read(Stream file, List<ImportProblem> problems)
    {
        var read = new List<Incoming<Training>>();
        try
        {
            using JsonDocument document = JsonDocument.Parse(file);
            JsonElement list = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("lista", out JsonElement page)
                ? page : document.RootElement;
            if (list.ValueKind != JsonValueKind.Array) problems.Add(new ImportProblem(0, "Plik powinien być tablicą JSON albo stroną z polem „lista”.", true));
            else foreach (JsonElement service in list.EnumerateArray()) Add(service, read, problems, read.Count + 1);
        }
        catch (JsonException e)
        {
            problems.Add(new ImportProblem((int)(e.LineNumber ?? -1) + 1, "To nie jest poprawny JSON w UTF-8.", true));
        }
        if (read.Count == 0 && problems.Count == 0) problems.Add(new ImportProblem(0, "W pliku nie ma żadnej usługi.", true));
        return read;
    }

    private static void Add(JsonElement service, List<Incoming<Training>> read, List<ImportProblem> problems, int number)
    {
        string? title = Text(service, "tytul") is { } text ? SheetRow.OneLine(text) : null;
        string id = service.TryGetProperty("id", out JsonElement value) ? value.ToString() : "";
        DateOnly? from = Day(service, "dataRozpoczeciaUslugi"), to = Day(service, "dataZakonczeniaUslugi");
        if (title is null || id.Length == 0 || from is null || to is null)
            problems.Add(new ImportProblem(number, $"Usługa {id}: brakuje id, tytułu albo poprawnych dat.", true));
        read.Add(new Incoming<Training>(number, id, title ?? "", null, null, Content(service, title ?? "", from ?? default, to ?? default)));
    }

    private static Action<Training> Content(JsonElement service, string title, DateOnly from, DateOnly to)
    {
        // Everything is read now: the document does not outlive the import's reading.
        TrainingMode mode = Number(service, "idFormySwiadczenia") switch { 2 or 3 => TrainingMode.Remote, 4 or 5 or 6 => TrainingMode.Mixed, _ => TrainingMode.OnSite };
        string? place = mode != TrainingMode.Remote && service.TryGetProperty("adres", out JsonElement address) ? Text(address, "nazwaMiejscowosci") : null;
        string provider = service.TryGetProperty("dostawcaUslug", out JsonElement by) ? Text(by, "nazwa") ?? "" : "";
        string description = Text(service, "programUslugi") is { } html ? HtmlText.Of(html) : Text(service, "celEdukacyjny") ?? "";
        DateOnly? recruitment = Day(service, "dataZakonczeniaRekrutacji");
        (int? hours, int? seats, int? price) = (Number(service, "liczbaGodzin"), Number(service, "maksymalnaLiczbaUczestnikow"), Number(service, "cenaBruttoZaUczestnika"));
        string? status = Text(service, "status");
        return training =>
        {
            training.Title = title;
            training.Provider = provider;
            (training.StartsOn, training.EndsOn, training.RecruitmentEndsOn) = (from, to, recruitment);
            (training.Place, training.Mode, training.Hours, training.Seats, training.Price) = (place, mode, hours, seats, price);
            training.Description = description;
            if (status == "ZREALIZOWANA") training.Close();
            else if (status is not "OPUBLIKOWANA") training.Withdraw();
        };
    }

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text ? text.Trim() : null;

    private static int? Number(JsonElement from, string name) =>
        from.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;

    // "2017-01-23T00:00:00+01:00" is the 23rd where it was written; turning it into UTC would make it the 22nd.
    private static DateOnly? Day(JsonElement from, string name) =>
        DateTimeOffset.TryParse(Text(from, name), CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset instant)
            ? DateOnly.FromDateTime(instant.DateTime) : null;
}
