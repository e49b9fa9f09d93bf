using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Trainings in the project's own table; see docs/import.md.</summary>
internal static class TrainingSheet
{
    private static readonly string[] Columns =
        ["id", "tytul", "temat", "organizator", "od", "do", "zapisy_do", "miejsce", "tryb", "liczba_godzin", "liczba_miejsc", "cena", "opis"];

    public static Sheet Open(Stream file) => Sheet.Read(file, ["id", "tytul", "od", "do"], Columns);

    public static Incoming<Training> Read(Sheet sheet, SheetRow row, DateOnly? offsetFrom = null)
    {
        DateOnly? from = row.Day("od", offsetFrom), to = row.Day("do", offsetFrom), recruitment = row.Day("zapisy_do", offsetFrom);
        if (row.Text("od") is null || row.Text("do") is null) sheet.Fail(row.Line, "od, do: potrzebne są obie daty.");
        if (to < from) sheet.Fail(row.Line, "do: szkolenie kończy się, zanim się zacznie.");
        (int? hours, int? seats, int? price) = (row.Number("liczba_godzin"), row.Number("liczba_miejsc"), row.Money("cena"));
        TrainingMode mode = row.Choice("tryb", TrainingMode.OnSite, ("na miejscu", TrainingMode.OnSite), ("zdalnie", TrainingMode.Remote), ("mieszany", TrainingMode.Mixed));
        return new Incoming<Training>(row.Line, row.Needed("id"), row.Needed("tytul"), null, null, training =>
        {
            training.Title = row.Text("tytul") ?? "";
            training.Topic = row.Text("temat");
            training.Provider = row.Text("organizator") ?? "";
            (training.StartsOn, training.EndsOn, training.RecruitmentEndsOn) = (from ?? default, to ?? default, recruitment);
            training.Place = row.Text("miejsce");
            (training.Mode, training.Hours, training.Seats, training.Price) = (mode, hours, seats, price);
            training.Description = row.Text("opis") ?? "";
        });
    }
}
