using Smss.Abstractions.Texts;
using Smss.Modules.ActivityCentre.Model;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>The pay of an offer as people write it.</summary>
internal static class Pay
{
    /// <summary>"5 200 zł – 5 800 zł brutto miesięcznie"; null when nothing was said.</summary>
    public static string? Of(JobOffer offer, Language language, ITexts texts)
    {
        string? amount = (offer.PayFrom, offer.PayTo) switch
        {
            ({ } from, { } to) when from != to => $"{Spoken.Money(language, from)} – {Spoken.Money(language, to)}",
            ({ } one, _) => Spoken.Money(language, one),
            (null, { } to) => Spoken.Money(language, to),
            _ => null,
        };
        string key = offer.PayPeriod == PayPeriod.Hour ? "activitycentre.pay.hour" : "activitycentre.pay.month";
        return amount is null ? null : texts.Get(language, key, ("amount", amount));
    }
}
