using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Internships as the sample city keeps them.</summary>
internal static class InternshipSheet
{
    private static readonly string[] Columns =
        ["id", "tytul", "zawod", "kod_zawodu", "pracodawca", "miejsce", "od", "do", "wazna_do", "stypendium", "jak_sie_zglosic", "opis"];

    public static Sheet Open(Stream file) => Sheet.Read(file, Columns, Columns);

    public static Incoming<Internship> Read(SheetRow row, DateOnly today)
    {
        (DateOnly? from, DateOnly? to, DateOnly? until) = (row.Day("od", today), row.Day("do", today), row.Day("wazna_do", today));
        int? allowance = row.Money("stypendium");
        return new Incoming<Internship>(row.Line, row.Needed("id"), row.Needed("tytul"), row.Text("pracodawca"), null, internship =>
        {
            internship.Title = row.Text("tytul") ?? "";
            (internship.Occupation, internship.OccupationCode) = (row.Text("zawod"), row.Text("kod_zawodu"));
            internship.Place = row.Text("miejsce");
            (internship.StartsOn, internship.EndsOn, internship.ValidUntil) = (from ?? default, to ?? default, until ?? default);
            internship.Allowance = allowance;
            internship.HowToApply = row.Text("jak_sie_zglosic");
            internship.Description = row.Text("opis") ?? "";
        });
    }
}
