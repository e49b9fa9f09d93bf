using System.Data.Common;
using Smss.Abstractions.Data;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>What a list of trainings tells of each.</summary>
internal sealed record TrainingLine(Guid Id, string Title, string? Place, DateOnly StartsOn, DateOnly EndsOn, TrainingMode Mode, int? Price, bool IsSample) : IListed
{
    public const string Columns = "t.id, t.title, t.place, t.starts_on, t.ends_on, t.mode, t.price, t.source";

    public static TrainingLine Of(DbDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.StringOrNull(2), row.GetFieldValue<DateOnly>(3), row.GetFieldValue<DateOnly>(4),
        row.Enum<TrainingMode>(5), row.IntOrNull(6), row.Enum<Source>(7) == Source.Sample);
}
