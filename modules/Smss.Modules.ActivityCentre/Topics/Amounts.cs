using Smss.Abstractions.Texts;
using Smss.Modules.ActivityCentre.Model;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Pay and prices as people write them.</summary>
internal static class Amounts
{
    /// <summary>"5 200 zł – 5 800 zł brutto miesięcznie"; null when nothing was said.</summary>
    public static string? Pay(Pay pay, Language language, ITexts texts)
    {
        string? amount = (pay.From, pay.To) switch
        {
            ({ } from, { } to) when from != to => $"{Spoken.Money(language, from)} – {Spoken.Money(language, to)}",
            ({ } one, _) => Spoken.Money(language, one),
            (null, { } to) => Spoken.Money(language, to),
            _ => null,
        };
        string key = pay.Period == PayPeriod.Hour ? "activitycentre.pay.hour" : "activitycentre.pay.month";
        return amount is null ? null : texts.Get(language, key, ("amount", amount));
    }

    /// <summary>"bezpłatnie", "290 zł", or that it is not known.</summary>
    public static string Price(int? price, Language language, ITexts texts) => price switch
    {
        null => texts.Get(language, "activitycentre.price-unknown"),
        0 => texts.Get(language, "activitycentre.free"),
        { } amount => Spoken.Money(language, amount),
    };
}
