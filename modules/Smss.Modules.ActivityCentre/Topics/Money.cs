using System.Globalization;
using Smss.Modules.ActivityCentre.Model;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Amounts as people write them: "5 200 zł", "31,40 zł".</summary>
internal static class Money
{
    public static string Write(int grosze, Language language)
    {
        var culture = CultureInfo.GetCultureInfo(language.Code());
        return (grosze / 100m).ToString(grosze % 100 == 0 ? "N0" : "N2", culture) + (language == Language.En ? " PLN" : " zł");
    }

    /// <summary>"5 200 zł – 5 800 zł"; null when nothing was said.</summary>
    public static string? Range(JobOffer offer, Language language) => (offer.PayFrom, offer.PayTo) switch
    {
        ({ } from, { } to) when from != to => $"{Write(from, language)} – {Write(to, language)}",
        ({ } one, _) => Write(one, language),
        (null, { } to) => Write(to, language),
        _ => null,
    };

    /// <summary>Key of "… a month gross" and its like.</summary>
    public static string Key(JobOffer offer) => offer.PayPeriod == PayPeriod.Hour ? "activitycentre.pay.hour" : "activitycentre.pay.month";
}
