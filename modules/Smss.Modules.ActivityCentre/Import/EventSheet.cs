using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Events as the sample city keeps them.</summary>
internal static class EventSheet
{
    private static readonly string[] Columns = ["id", "tytul", "temat", "miejsce", "dzien", "od", "do", "bezplatne", "zapisy", "opis"];

    public static Sheet Open(Stream file) => Sheet.Read(file, Columns, Columns);

    public static Incoming<EstateEvent> Read(SheetRow row, DateOnly today)
    {
        DateOnly? day = row.Day("dzien", today);
        (TimeOnly from, TimeOnly to) = (row.Time("od"), row.Time("do"));
        (bool free, bool registration) = (row.Flag("bezplatne"), row.Flag("zapisy"));
        return new Incoming<EstateEvent>(row.Line, row.Needed("id"), row.Needed("tytul"), null, null, estateEvent =>
        {
            estateEvent.Title = row.Text("tytul") ?? "";
            (estateEvent.Topic, estateEvent.Place) = (row.Text("temat"), row.Text("miejsce"));
            (estateEvent.Day, estateEvent.StartsAt, estateEvent.EndsAt) = (day ?? default, from, to);
            (estateEvent.IsFree, estateEvent.NeedsRegistration) = (free, registration);
            estateEvent.Description = row.Text("opis") ?? "";
        });
    }
}
