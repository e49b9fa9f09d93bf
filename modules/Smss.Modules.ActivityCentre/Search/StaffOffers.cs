using System.Data.Common;
using Smss.Abstractions.Data;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Which offers the staff want to see. Words match from their beginnings; a status is as it was written, by the night's <see cref="Sweep"/> too.</summary>
internal sealed record StaffOfferQuery(IReadOnlyList<string> Words, string? Place, Contract? Contract, OfferStatus? Status)
{
    public Match ToMatch()
    {
        List<string> with = [];
        if (Place is { } place) with.Add(Facets.Place(place));
        if (Contract is { } contract) with.Add(Facets.Kind(contract));
        return new Match(Words, [], with, []) { AsPrefixes = true };
    }
}

/// <summary>What the staff's list and file tell of an offer.</summary>
internal sealed record StaffOfferLine(
    Guid Id, string Title, string? Place, string? Employer, Contract Contract, OfferStatus Status, DateOnly? PublishedOn, DateOnly? ValidUntil, int Vacancies, Source Source)
{
    public const string Columns = "o.id, o.title, o.place, e.name, o.contract, o.status, o.published_on, o.valid_until, o.vacancies, o.source";

    public static StaffOfferLine Of(DbDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.StringOrNull(2), row.StringOrNull(3), row.Enum<Contract>(4), row.Enum<OfferStatus>(5),
        DayOrNull(row, 6), DayOrNull(row, 7), row.GetInt32(8), row.Enum<Source>(9));

    private static DateOnly? DayOrNull(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateOnly>(column);
}

/// <summary>Finds offers of any status for the staff, the last changed first.</summary>
internal sealed class StaffOffers(ISqlReader reader)
{
    private const string Index = "activitycentre_job_offer_fts_staff";

    public async Task<int> CountAsync(StaffOfferQuery query, int most, CancellationToken cancellation)
    {
        List<object?> values = [];
        string sql = $"SELECT count(*) FROM (SELECT 1 {From(query, values, "")} LIMIT {Add(values, most)}) AS counted";
        return (await reader.ReadAsync(sql, [.. values], row => row.GetInt32(0), cancellation))[0];
    }

    public async Task<IReadOnlyList<StaffOfferLine>> PageAsync(StaffOfferQuery query, int skip, int take, CancellationToken cancellation)
    {
        List<object?> values = [];
        string rows = reader.IsSqlite ? $"CROSS JOIN {Index}_row r ON r.row = f.rowid CROSS JOIN activitycentre_job_offer o ON o.id = r.id " : "";
        string from = From(query, values, rows + "LEFT JOIN activitycentre_employer e ON e.id = o.employer_id ");
        string order = reader.IsSqlite ? "f.rowid DESC" : "o.changed_at DESC, o.id DESC";
        string sql = $"SELECT {StaffOfferLine.Columns} {from} ORDER BY {order} LIMIT {Add(values, take)} OFFSET {Add(values, skip)}";
        return await reader.ReadAsync(sql, [.. values], StaffOfferLine.Of, cancellation);
    }

    private string From(StaffOfferQuery query, List<object?> values, string joined)
    {
        Match match = query.ToMatch();
        if (reader.IsSqlite)
        {
            string status = query.Status is { } wanted ? $" AND \"q9{wanted.ToString().ToLowerInvariant()}\"" : "";
            return $"FROM {Index} f {joined}WHERE f.{Index} MATCH {Add(values, match.Sqlite() + status)}";
        }
        string from = $"FROM activitycentre_job_offer o {joined}WHERE 1 = 1";
        if (match.Words.Count + match.With.Count > 0) from += $" AND o.search @@ CAST({Add(values, match.Postgres())} AS tsquery)";
        if (query.Status is { } only) from += $" AND o.status = {Add(values, only.ToString())}";
        return from;
    }

    private static string Add(List<object?> values, object value)
    {
        values.Add(value);
        return $"@p{values.Count - 1}";
    }
}
