using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Offers in the project's own table; see docs/import.md.</summary>
internal static class OfferSheet
{
    private static readonly string[] Columns =
    [
        "id", "stanowisko", "zawod", "kod_zawodu", "pracodawca", "miejsce", "ulica", "umowa", "godziny", "placa_od", "placa_do", "za", "wazna_do",
        "opublikowana", "wolne_miejsca", "dla_niepelnosprawnych", "bez_doswiadczenia", "jak_sie_zglosic", "telefon", "email", "opis",
    ];

    public static Sheet Open(Stream file) => Sheet.Read(file, ["id", "stanowisko"], Columns);

    public static Incoming<JobOffer> Read(SheetRow row, DateOnly? offsetFrom = null)
    {
        string? code = row.Text("kod_zawodu"), employer = row.Text("pracodawca");
        DateOnly? until = row.Day("wazna_do", offsetFrom), since = row.Day("opublikowana", offsetFrom);
        (int? from, int? to) = (row.Money("placa_od"), row.Money("placa_do"));
        PayPeriod period = row.Choice("za", PayPeriod.Month, ("miesiąc", PayPeriod.Month), ("godzina", PayPeriod.Hour));
        (int vacancies, int disabled) = (row.Number("wolne_miejsca") ?? 1, row.Number("dla_niepelnosprawnych") ?? 0);
        bool noExperience = row.Flag("bez_doswiadczenia");
        Contract contract = row.Choice("umowa", Contract.FullTime, ("pełny etat", Contract.FullTime), ("część etatu", Contract.PartTime),
            ("tymczasowa", Contract.Temporary), ("weekendy", Contract.Weekend), ("zdalna", Contract.Remote), ("zlecenie", Contract.Mandate));
        return new Incoming<JobOffer>(row.Line, row.Needed("id"), row.Needed("stanowisko"), employer, since, offer =>
        {
            offer.Title = row.Text("stanowisko") ?? "";
            offer.Occupation = row.Text("zawod");
            offer.OccupationCode = code is { Length: 6 } && code.All(char.IsAsciiDigit) ? code : null;
            offer.Place = row.Text("miejsce");
            offer.Street = row.Text("ulica");
            offer.Contract = contract;
            offer.Hours = row.Text("godziny");
            (offer.PayFrom, offer.PayTo, offer.PayPeriod) = (from, to, period);
            offer.ValidUntil = until;
            (offer.Vacancies, offer.PlacesForDisabled, offer.NoExperience) = (vacancies, disabled, noExperience);
            offer.HowToApply = row.Text("jak_sie_zglosic");
            (offer.ApplyPhone, offer.ApplyEmail) = (row.Text("telefon"), row.Text("email"));
            offer.Description = row.Text("opis") ?? "";
        });
    }
}
