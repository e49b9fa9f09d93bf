using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Contracts.ActivityCentre;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Facts;
using Smss.Modules.ActivityCentre;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;
using Smss.Platform.Data;
using Smss.Platform.Modules;
using Smss.Platform.Texts;
using Smss.Understanding;

namespace Smss.Unit.Tests.ActivityCentre;

/// <summary>The Centre on a database file of its own, on Saturday 21 November 2026, 10:00 local.</summary>
public sealed class CentreFixture : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"smss-centre-{Path.GetRandomFileName()}.db");
    private readonly ServiceProvider _services;
    private readonly PreparedReads _reads;

    public CentreFixture()
    {
        Clock = new CityClock(Time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw"));
        var told = new FactHandler("test.listener", "activitycentre.offer-published", typeof(JobOfferPublished), typeof(CentreFixture));
        _services = new ServiceCollection().AddSingleton(Clock).AddSingleton(new FactCatalog([told])).BuildServiceProvider();
        _reads = new PreparedReads(Database.Sqlite(_file));
        using (PlatformDbContext platform = Platform()) platform.Database.Migrate();
        using ActivityCentreDbContext db = Db();
        db.Database.Migrate();
    }

    public static DateOnly Today { get; } = new(2026, 11, 21);

    internal SteppedTime Time { get; } = new();

    internal CityClock Clock { get; }

    internal ActivityCentreDbContext Db() => new(Options<ActivityCentreDbContext>());

    internal PlatformDbContext Platform() => new(Options<PlatformDbContext>());

    internal OfferSearch Search(ActivityCentreDbContext db) => new(new Lazy<ActivityCentreDbContext>(db), _reads, new KnownWords(_reads, Clock), Clock);

    internal IndexUpkeep Upkeep(ActivityCentreDbContext db) => new(db, _reads);

    internal TrainingSearch Trainings => new(_reads, Clock);

    /// <summary>A published offer that is valid for a month.</summary>
    internal JobOffer Offer(string title, string place = "Zakrzów", Action<JobOffer>? change = null)
    {
        var offer = new JobOffer { Id = Clock.NewId(), Title = title, Place = place, ValidUntil = Today.AddDays(30) };
        change?.Invoke(offer);
        offer.Publish(Today);
        return offer;
    }

    internal Training Course(string title, int inDays, Action<Training>? change = null)
    {
        DateOnly day = Today.AddDays(inDays);
        var course = new Training { Id = Clock.NewId(), Title = title, Place = "Zakrzów", Provider = "Centrum", StartsOn = day, EndsOn = day };
        change?.Invoke(course);
        course.Publish();
        return course;
    }

    internal async Task AddAsync(params Listing[] rows)
    {
        await using ActivityCentreDbContext db = Db();
        db.AddRange(rows.Cast<object>());
        await db.SaveChangesAsync();
    }

    internal Turn Turn(string text, string intent, Slots? slots = null, Language language = Language.Pl, Turn? after = null) => new()
    {
        Text = text, Meaning = new Meaning(language, intent, 1, slots ?? Slots.None, []), Language = language, ResidentId = "r",
        Now = Clock.Now, Today = Clock.Today, PublicUrl = "https://example.invalid", Memory = after?.Memory,
        Texts = new TextCatalog(ModuleCatalog.Make("activitycentre", [typeof(ActivityCentreModule).Assembly]), Clock),
    };

    public void Dispose()
    {
        _reads.Dispose();
        SqliteConnection.ClearAllPools();
        _services.Dispose();
        File.Delete(_file);
    }

    private DbContextOptions<T> Options<T>() where T : DbContext => new DbContextOptionsBuilder<T>()
        .UseSqlite($"Data Source={_file}", o => o.MigrationsHistoryTable(Migrator.HistoryTable(typeof(T))))
        .UseApplicationServiceProvider(_services).Options;
}

internal sealed class SteppedTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
