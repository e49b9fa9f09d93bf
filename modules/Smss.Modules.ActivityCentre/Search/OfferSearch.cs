using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Data;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Finds live offers: the newest that match come from the index, their order is made here.</summary>
internal sealed class OfferSearch(Lazy<ActivityCentreDbContext> db, ISqlReader reader, KnownWords known, CityClock clock)
{
    /// <summary>How many of the newest are ranked.</summary>
    public const int Ranked = 200;

    /// <summary>With fewer whole-word hits than this, beginnings of words are searched too.</summary>
    private const int Enough = 5;

    private const string Sqlite = """
        SELECT r.id, r.occupation_code, r.title_words FROM activitycentre_job_offer_fts f JOIN activitycentre_job_offer_fts_row r ON r.row = f.rowid
        WHERE f.activitycentre_job_offer_fts MATCH @p0 AND r.valid_until >= @p1 ORDER BY f.rowid DESC LIMIT 200
        """;

    private const string Postgres = $"SELECT {PostgresRead} FROM activitycentre_job_offer_fts f WHERE {PostgresMatch} {NewestFirst} LIMIT 200";

    // PostgreSQL knows how frequent a word is and walks from the newest or sorts all that match, whichever is less. Words of one phrase it
    // takes for independent, and sorts ten thousand. So the newest are asked: when four of a hundred match, the walk comes first.
    private const string PostgresPhrase = $"""
        WITH sample AS MATERIALIZED (
            SELECT count(*) FILTER (WHERE {PostgresMatch}) AS hits FROM (SELECT * FROM activitycentre_job_offer_fts {NewestFirst} LIMIT 200) f),
        walked AS MATERIALIZED (
            SELECT {PostgresRead} FROM (SELECT * FROM activitycentre_job_offer_fts {NewestFirst} LIMIT 6000) f
            WHERE {PostgresMatch} AND (SELECT hits FROM sample) >= 8 LIMIT 200),
        gathered AS MATERIALIZED (
            SELECT {PostgresRead} FROM activitycentre_job_offer_fts f WHERE {PostgresMatch} AND (SELECT count(*) FROM walked) < 200)
        SELECT * FROM (SELECT * FROM walked WHERE (SELECT count(*) FROM walked) = 200 UNION ALL TABLE gathered) found {NewestFirst} LIMIT 200
        """;

    private const string PostgresRead = "f.id, f.occupation_code, f.title_words, f.published_on, f.written";
    private const string PostgresMatch = "f.search @@ CAST(@p0 AS tsquery) AND f.valid_until >= @p1";
    private const string NewestFirst = "ORDER BY published_on DESC, written DESC";

    /// <summary>Searches; gives up the place, then corrects the words, when nothing is found.</summary>
    public async Task<OfferHits> FindAsync(OfferQuery query, CancellationToken cancellation)
    {
        IReadOnlyList<Guid> ids = await RankedAsync(query, cancellation);
        if (ids.Count > 0) return new OfferHits(ids, false, false);
        if (query.Words.Count > 0 && await known.CorrectAsync(query.Words, cancellation) is { } corrected)
        {
            OfferQuery right = query with { Words = corrected };
            ids = await RankedAsync(right, cancellation);
            bool elsewhere = ids.Count == 0 && query.Place is not null;
            if (elsewhere) ids = await RankedAsync(right with { Place = null }, cancellation);
            return new OfferHits(ids, elsewhere && ids.Count > 0, true);
        }
        if (query.Place is null) return new OfferHits([], false, false);
        ids = await RankedAsync(query with { Place = null }, cancellation);
        return new OfferHits(ids, ids.Count > 0, false);
    }

    /// <summary>Those of the words that occur in titles.</summary>
    public Task<IReadOnlyList<string>> KnownAsync(IEnumerable<string> words, CancellationToken cancellation) =>
        known.KnownAsync(words, cancellation);

    /// <summary>Places that have offers.</summary>
    public Task<IReadOnlyList<string>> PlacesAsync(CancellationToken cancellation) => known.PlacesAsync(cancellation);

    /// <summary>The rows of one page, in the order of the ids; those that ended meanwhile are left out.</summary>
    public async Task<IReadOnlyList<OfferLine>> LoadAsync(IEnumerable<Guid> page, CancellationToken cancellation)
    {
        object?[] values = [clock.Today, .. page];
        if (values.Length == 1) return [];
        string sql = $"SELECT {OfferLine.Columns} FROM activitycentre_job_offer o LEFT JOIN activitycentre_employer e ON e.id = o.employer_id "
            + $"WHERE o.id IN ({ByIds.Of(values)}) AND o.status = 'Published' AND o.valid_until >= @p0";
        return ByIds.InOrder(values, await reader.ReadAsync(sql, values, OfferLine.Of, cancellation), o => o.Id);
    }

    /// <summary>The offer, if it is live.</summary>
    public async Task<JobOffer?> LiveAsync(Guid id, CancellationToken cancellation) =>
        await db.Value.Offers.AsNoTracking().Include(o => o.Employer).FirstOrDefaultAsync(o => o.Id == id, cancellation) is { } offer && offer.IsLive(clock.Today) ? offer : null;

    private async Task<IReadOnlyList<Guid>> RankedAsync(OfferQuery query, CancellationToken cancellation)
    {
        Match match = query.ToMatch();
        IReadOnlyList<Guid> ids = await ReadAsync(query, match, cancellation);
        return ids.Count >= Enough || query.Words.Count == 0 ? ids : await ReadAsync(query, match with { AsPrefixes = true }, cancellation);
    }

    private async Task<IReadOnlyList<Guid>> ReadAsync(OfferQuery query, Match match, CancellationToken cancellation)
    {
        object?[] values = [reader.IsSqlite ? match.Sqlite() : match.Postgres(), clock.Today];
        List<(Guid Id, int Score)> found =
            await reader.ReadAsync(StatementFor(match), values, row => (row.GetGuid(0), Score(query, row)), cancellation);
        // The sort is stable: among equals the newest stays first.
        return [.. found.OrderByDescending(f => f.Score).Select(f => f.Id)];
    }

    private string StatementFor(Match match) => reader.IsSqlite ? Sqlite : match.Words.Count > 1 ? PostgresPhrase : Postgres;

    private static int Score(OfferQuery query, DbDataReader row)
    {
        int score = 0;
        if (query.OccupationCode is { } wanted && !row.IsDBNull(1))
        {
            string code = row.GetString(1);
            score += code == wanted ? 100 : code.AsSpan(0, 4).SequenceEqual(wanted.AsSpan(0, 4)) ? 50 : 0;
        }
        if (query.Words.Count == 0) return score;
        string title = row.GetString(2);
        foreach (string word in query.Words)
            if (Begins(title, word)) score += 10;
        return score;
    }

    /// <summary>Whether a word of the line begins with the stem.</summary>
    private static bool Begins(string line, string stem)
    {
        for (int at = line.IndexOf(stem, StringComparison.Ordinal); at >= 0; at = line.IndexOf(stem, at + 1, StringComparison.Ordinal))
            if (at == 0 || line[at - 1] == ' ') return true;
        return false;
    }
}
