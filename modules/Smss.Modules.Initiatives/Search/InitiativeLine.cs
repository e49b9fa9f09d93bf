using System.Data.Common;
using Smss.Abstractions.Data;
using Smss.Modules.Initiatives.Model;
using Smss.Understanding;

namespace Smss.Modules.Initiatives.Search;

/// <summary>What a list of initiatives tells of each.</summary>
internal sealed record InitiativeLine(
    InitiativeNumber Number, string Title, string? Place, string? Spot, Language Language, InitiativeStatus Status, int Supporters, bool IsSample)
{
    public const string Columns = "i.number, i.title, i.place, i.spot, i.language, i.status, i.supporters, i.is_sample";

    /// <summary>Place and spot as they are shown; null when neither was said.</summary>
    public string? Where => Initiative.WhereOf(Place, Spot);

    public static InitiativeLine Of(DbDataReader row) => new(
        InitiativeNumber.FromStored(row.GetInt64(0)), row.GetString(1), row.StringOrNull(2), row.StringOrNull(3),
        row.Enum<Language>(4), row.Enum<InitiativeStatus>(5), row.GetInt32(6), row.GetBoolean(7));
}
