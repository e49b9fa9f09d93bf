using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;
using Smss.Platform.Data;

namespace Smss.Benchmarks;

/// <summary>What a job search of the chat costs over many offers: find, rank, and load one page. Offers by tests/bench/make-offers.</summary>
internal static class SearchBenchmark
{
    private static readonly CityClock Clock = new(new Noon(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw"));
    private static readonly string[] Places = ["Wola", "Bemowo", "Żoliborz", "Ursus"];

    public static async Task<int> RunAsync(string offers, string? postgres)
    {
        string file = Path.Combine(Path.GetTempPath(), $"smss-search-{Environment.ProcessId}.db");
        try
        {
            using Database database = postgres is null ? Database.Sqlite(file) : Database.Postgres(postgres);
            Console.WriteLine($"{await LoadAsync(database, offers)} offers on {(postgres is null ? "SQLite" : "PostgreSQL")}");
            DbContextOptions<ActivityCentreDbContext> options = Options(database);
            Console.WriteLine("| search | p50 ms | p99 ms | max ms |\n|---|---|---|---|");
            foreach ((string name, Func<Random, OfferQuery> query) in Kinds()) await MeasureAsync(options, database, name, query);
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            foreach (string rest in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*")) File.Delete(rest);
        }
    }

    private static async Task MeasureAsync(DbContextOptions<ActivityCentreDbContext> options, Database database, string name, Func<Random, OfferQuery> query)
    {
        var random = new Random(1);
        using var reads = new PreparedReads(database);
        var known = new KnownWords(reads, Clock);
        var latencies = new Latencies(name);
        await latencies.MeasureAsync(200, 1500, async _ =>
        {
            await using var db = new ActivityCentreDbContext(options);
            var search = new OfferSearch(new Lazy<ActivityCentreDbContext>(db), reads, known, Clock);
            OfferHits hits = await search.FindAsync(query(random), CancellationToken.None);
            await search.LoadAsync(hits.Ids.Take(5), CancellationToken.None);
        });
        latencies.Print(0.5, 0.99);
    }

    private static IEnumerable<(string, Func<Random, OfferQuery>)> Kinds() =>
    [
        ("one word", r => Words(Pick(r, "magazynier", "spawacz", "pracownik", "kierowca", "operator", "księgowa", "fryzjer", "kucharz"))),
        ("two words", r => Words(Pick(r, "kierowca autobusu", "pracownik produkcji", "operator wózka", "opiekun osób", "pracownik ochrony"))),
        ("words of the description", r => Words(Pick(r, "prawo jazdy", "dowóz do pracy", "kontrola jakości", "uprawnienia SEP"))),
        ("word and place", r => Words(Pick(r, "magazynier", "spawacz", "pracownik", "kierowca")) with { Place = Pick(r, Places) }),
        ("all filters", r => Words("pracownik") with { Place = Pick(r, Places), Contract = Contract.FullTime, NoExperience = true, NoNights = true }),
        ("nothing in that place", _ => Words("spawacz") with { Place = "Zakrzów" }),
        ("misspelt", r => Words(Pick(r, "spwaacz", "magaznier", "kierwoca", "fryzejr"))),
        ("nothing like it", _ => Words("astronauta")),
        ("no words", _ => new OfferQuery()),
    ];

    private static OfferQuery Words(string words) => new() { Words = [.. Stems.Of(words)] };

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    /// <summary>Fills the tables of the module, unless they are full already.</summary>
    public static async Task<int> LoadAsync(Database database, string offers)
    {
        DbContextOptions<ActivityCentreDbContext> options = Options(database);
        await using (var db = new ActivityCentreDbContext(options))
        {
            await db.Database.MigrateAsync();
            // A PostgreSQL of an earlier run holds them already; loading takes minutes.
            if (await db.Offers.CountAsync() is > 0 and var there) return there;
        }
        var employers = new Dictionary<string, Employer>();
        int count = 0;
        foreach (string[] chunk in File.ReadLines(offers).Chunk(5000))
        {
            await using var db = new ActivityCentreDbContext(options);
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (string[] cells in chunk.Select(line => line.Split('\t'))) db.Add(OfferOf(cells, EmployerOf(db, employers, cells[2])));
            await db.SaveChangesAsync();
            count += chunk.Length;
        }
        await using var loaded = new ActivityCentreDbContext(options);
        await loaded.Database.ExecuteSqlRawAsync("ANALYZE");
        // What the first night does.
        using var reads = new PreparedReads(database);
        long began = Stopwatch.GetTimestamp();
        await new IndexUpkeep(loaded, reads).OptimizeAsync(CancellationToken.None);
        Console.WriteLine($"segments merged in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        return count;
    }

    private static DbContextOptions<ActivityCentreDbContext> Options(Database database)
    {
        var options = new DbContextOptionsBuilder<ActivityCentreDbContext>().UseApplicationServiceProvider(new ServiceCollection().AddSingleton(Clock).BuildServiceProvider());
        database.Configure(options, null);
        return (DbContextOptions<ActivityCentreDbContext>)options.Options;
    }

    private static Employer EmployerOf(ActivityCentreDbContext db, Dictionary<string, Employer> known, string name)
    {
        if (!known.TryGetValue(name, out Employer? employer))
        {
            known[name] = employer = new Employer { Id = Clock.NewId(), Name = name };
            db.Add(employer);
        }
        else if (db.Entry(employer).State == EntityState.Detached) db.Attach(employer);
        return employer;
    }

    /// <summary>About a third has expired, as in a city that keeps its past offers.</summary>
    private static JobOffer OfferOf(string[] cells, Employer employer)
    {
        int id = int.Parse(cells[0], CultureInfo.InvariantCulture);
        DateOnly day = DateOnly.Parse(cells[7], CultureInfo.InvariantCulture);
        var offer = new JobOffer
        {
            Id = Clock.NewId(), Title = cells[1], Description = cells[3], Street = cells[4], Place = cells[5], Source = Source.Cbop, ExternalId = cells[0],
            PayFrom = int.Parse(cells[6], CultureInfo.InvariantCulture) * 100, Contract = (Contract)(id % 6), ValidUntil = day.AddDays(200), HowToApply = "Telefon", NoExperience = id % 3 == 0,
        };
        offer.OfferedBy(employer);
        offer.Publish(day);
        return offer;
    }

    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    }
}
