using System.Data.Common;
using Smss.Abstractions.Data;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>What a list of offers tells of each.</summary>
internal sealed record OfferLine(
    Guid Id, string Title, string? Place, string? Employer, Contract Contract, Pay Pay, bool NoExperience, int PlacesForDisabled, bool IsSample)
{
    public const string Columns = "o.id, o.title, o.place, e.name, o.contract, o.pay_from, o.pay_to, o.pay_period, o.no_experience, o.places_for_disabled, o.source";

    public static OfferLine Of(DbDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.StringOrNull(2), row.StringOrNull(3), row.Enum<Contract>(4),
        new Pay(row.IntOrNull(5), row.IntOrNull(6), row.Enum<PayPeriod>(7)), row.GetBoolean(8), row.GetInt32(9), row.Enum<Source>(10) == Source.Sample);
}
