using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders;

/// <summary>The sample points. Their rows are added once and then left to staff; sample exceptions move on when they have passed.</summary>
internal sealed class LeadersSample(LeadersDbContext db, KnownPoints known, CityClock clock) : ISampleData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    internal sealed record Exception(int After, DayOfWeek On, string Hours, Trilingual Reason);

    internal sealed record Row(
        string Key, PointKind Kind, string Name, string Place, string Street, string Phone, Trilingual Directions, Trilingual Accessibility,
        string[] Services, string[] Languages, Dictionary<DayOfWeek, string> Week, Exception[]? Exceptions, string? LeaderPhone);

    public async Task RollAsync(DateOnly today, CancellationToken cancellation)
    {
        Dictionary<Guid, Point> points = await db.Points.Include(p => p.Exceptions).Include(p => p.Week).AsSplitQuery()
            .Where(p => p.IsSample).ToDictionaryAsync(p => p.Id, cancellation);
        foreach (Row row in Rows())
        {
            if (!points.TryGetValue(IdOf("point:" + row.Key), out Point? point)) point = Add(row);
            Roll(point, row.Exceptions ?? [], today);
        }
        await db.SaveChangesAsync(cancellation);
        known.Forget();
    }

    internal static Row[] Rows()
    {
        using Stream file = typeof(LeadersSample).Assembly.GetManifestResourceStream("Smss.Modules.Leaders.SampleData.points.json")!;
        return JsonSerializer.Deserialize<Row[]>(file, Json)!;
    }

    /// <summary>The same on every machine, so that a second roll finds what the first added.</summary>
    internal static Guid IdOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes("leaders:" + key)).AsSpan(0, 16));

    private Point Add(Row row)
    {
        var point = new Point
        {
            Id = IdOf("point:" + row.Key), Kind = row.Kind, Name = row.Name, Place = row.Place, Estate = "Psie Pole-Zawidawie", City = "Wrocław",
            Street = row.Street, Phone = row.Phone, Directions = row.Directions, Accessibility = row.Accessibility,
            Services = row.Services, Languages = row.Languages, IsSample = true, CheckedAt = clock.Now,
        };
        foreach ((DayOfWeek weekday, string hours) in row.Week) point.Open(weekday, Interval.ReadList(hours));
        db.Points.Add(point);
        if (row.LeaderPhone is { } phone)
            db.Leaders.Add(new SocialLeader { Id = IdOf("leader:" + row.Key), PointId = point.Id, Phone = phone, IsSample = true });
        return point;
    }

    /// <summary>Exceptions entered by staff win over the sample's.</summary>
    private static void Roll(Point point, Exception[] exceptions, DateOnly today)
    {
        if (point.Exceptions.Any(e => e.IsSample && e.Date >= today)) return;
        point.Exceptions.RemoveAll(e => e.IsSample);
        foreach (Exception exception in exceptions)
        {
            DateOnly date = today.AddDays(exception.After);
            date = date.AddDays(((int)exception.On - (int)date.DayOfWeek + 7) % 7);
            if (point.Exceptions.All(e => e.Date != date)) point.Except(date, Interval.ReadList(exception.Hours), exception.Reason, isSample: true);
        }
    }
}
