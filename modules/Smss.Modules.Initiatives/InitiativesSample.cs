using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Modules.Initiatives.Model;
using Smss.Understanding;

namespace Smss.Modules.Initiatives;

/// <summary>Initiatives of the sample city, released ones, without residents: nobody filed them and nobody is behind their supporters.</summary>
internal sealed class InitiativesSample(InitiativesDbContext db, CityClock clock) : ISampleData
{
    private const int FiledAtHour = 10;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    internal sealed record Row(
        string Key, string Title, string Description, string? Place, string? Spot, Language Language, int Supporters, Told[] Steps);

    /// <summary>What happened, and how many days ago.</summary>
    internal sealed record Told(InitiativeStatus Status, int DaysAgo, string? Note);

    public Task RollAsync(DateOnly today, CancellationToken cancellation) => db.InTransactionAsync(async () =>
    {
        Dictionary<Guid, Initiative> known = await db.Initiatives.Include(i => i.Steps.OrderBy(s => s.Order))
            .Where(i => i.IsSample).ToDictionaryAsync(i => i.Id, cancellation);
        foreach (Row row in Rows().OrderByDescending(r => r.Steps[0].DaysAgo))
        {
            if (!known.TryGetValue(IdOf(row.Key), out Initiative? initiative)) await AddAsync(row, today, cancellation);
            // A step more than the file has is the staff's: the row is theirs now.
            else if (initiative.Steps.Count == row.Steps.Length) initiative.ShiftTo(At(today, row.Steps[0].DaysAgo));
        }
        return await db.SaveChangesAsync(cancellation);
    }, cancellation);

    internal static Row[] Rows()
    {
        using Stream file = typeof(InitiativesSample).Assembly.GetManifestResourceStream("Smss.Modules.Initiatives.SampleData.initiatives.json")!;
        return JsonSerializer.Deserialize<Row[]>(file, Json)!;
    }

    private async Task AddAsync(Row row, DateOnly today, CancellationToken cancellation)
    {
        DateTimeOffset filedAt = At(today, row.Steps[0].DaysAgo);
        InitiativeNumber number = await db.NextNumberAsync(filedAt.Year, cancellation);
        var draft = new Draft(row.Title, row.Description, row.Place, row.Spot, row.Language) { IsSample = true, SampleSupporters = row.Supporters };
        Initiative initiative = Initiative.File(IdOf(row.Key), number, draft, filedAt);
        foreach (Told step in row.Steps.Skip(1)) Tell(initiative, step, At(today, step.DaysAgo));
        db.Add(initiative);
    }

    private static void Tell(Initiative initiative, Told step, DateTimeOffset at)
    {
        switch (step.Status)
        {
            case InitiativeStatus.InReview: initiative.Release(at); break;
            case InitiativeStatus.Planned: initiative.Plan(step.Note ?? "", at); break;
            case InitiativeStatus.Done: initiative.Finish(step.Note ?? "", at); break;
            case InitiativeStatus.Closed: initiative.Close(step.Note ?? "", at); break;
            default: throw new InvalidOperationException("Only the first step of a sample row is its filing.");
        }
    }

    private DateTimeOffset At(DateOnly today, int daysAgo)
    {
        DateTime local = today.AddDays(-daysAgo).ToDateTime(new TimeOnly(FiledAtHour, 0));
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, clock.Zone), TimeSpan.Zero);
    }

    /// <summary>The same on every machine, so that a second roll finds what the first added.</summary>
    private static Guid IdOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes("initiatives:" + key)).AsSpan(0, 16));
}
