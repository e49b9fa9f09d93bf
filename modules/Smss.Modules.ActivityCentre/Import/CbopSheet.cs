using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Adverts exported from the national job base: id, position and text only, so each becomes a draft.</summary>
internal static class CbopSheet
{
    private static readonly string[] Columns = ["id_ogl", "stanowisko", "opis"];

    public static Sheet Open(Stream file) => Sheet.Read(file, Columns, Columns);

    public static Incoming<JobOffer> Read(SheetRow row)
    {
        string title = SheetRow.OneLine(row.Needed("stanowisko"));
        return new Incoming<JobOffer>(row.Line, row.Needed("id_ogl"), title, null, null, offer =>
        {
            offer.Title = title;
            offer.Description = row.Text("opis") ?? "";
        });
    }
}
