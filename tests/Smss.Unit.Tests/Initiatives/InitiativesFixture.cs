using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Contracts.Initiatives;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Facts;
using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;
using Smss.Platform.Data;
using Smss.Platform.Modules;
using Smss.Platform.Texts;
using Smss.Understanding;

namespace Smss.Unit.Tests.Initiatives;

/// <summary>The module on a database file of its own, on Saturday 21 November 2026, 10:00 local.</summary>
public sealed class InitiativesFixture : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"smss-initiatives-{Path.GetRandomFileName()}.db");
    private readonly ServiceProvider _services;
    private readonly PreparedReads _reads;

    public InitiativesFixture()
    {
        Clock = new CityClock(Time, TimeZoneInfo.FindSystemTimeZoneById("Europe/Warsaw"));
        FactHandler[] told =
        [
            new("test.filed", "initiatives.filed", typeof(InitiativeFiled), typeof(InitiativesFixture)),
            new("test.supported", "initiatives.supported", typeof(InitiativeSupported), typeof(InitiativesFixture)),
        ];
        _services = new ServiceCollection().AddSingleton(Clock).AddSingleton(new FactCatalog(told)).BuildServiceProvider();
        Texts = new TextCatalog(ModuleCatalog.Make("initiatives", [typeof(InitiativesModule).Assembly]), Clock);
        _reads = new PreparedReads(Database.Sqlite(_file));
        using (var platform = new PlatformDbContext(Options<PlatformDbContext>())) platform.Database.Migrate();
        using InitiativesDbContext db = Db();
        db.Database.Migrate();
    }

    internal Time Time { get; } = new();

    internal CityClock Clock { get; }

    internal ITexts Texts { get; }

    internal InitiativesDbContext Db() => new(Options<InitiativesDbContext>());

    internal InitiativeSearch Search(InitiativesDbContext db) => new(new Lazy<InitiativesDbContext>(db), _reads);

    internal FileInitiativeForm Form(InitiativesDbContext db) => new(Search(db), words => words.Contains("Zakrz", StringComparison.Ordinal) ? "Zakrzów" : null);

    internal InitiativesTopic Topic(InitiativesDbContext db)
    {
        InitiativeSearch search = Search(db);
        var list = new ListTalk(search);
        return new InitiativesTopic(new FilingTalk(Form(db)), list, new StatusTalk(new Lazy<InitiativesDbContext>(db), search, Clock), new SupportTalk(list, search));
    }

    /// <summary>Files one and, unless told otherwise, releases it.</summary>
    internal async Task<Initiative> AddAsync(string title, string? place = null, string author = "author", bool release = true, string description = "Opis sprawy, dwa zdania.")
    {
        await using InitiativesDbContext db = Db();
        InitiativeNumber number = await FileAsync(title, description, author, place);
        Initiative initiative = await db.Initiatives.Include(i => i.Steps).SingleAsync(i => i.Number == number);
        if (release) initiative.Release(Clock.Now);
        await db.SaveChangesAsync();
        return initiative;
    }

    internal async Task<InitiativeNumber> FileAsync(string title, string description, string author = "author", string? place = null)
    {
        await using InitiativesDbContext db = Db();
        var request = new FileInitiative.Request(title, description, place, null, null, author, Language.Pl);
        return await new FileInitiative.Handler(db, Clock).Handle(request, CancellationToken.None);
    }

    internal async Task<SupportInitiative.Result> SupportAsync(InitiativeNumber number, string resident)
    {
        await using InitiativesDbContext db = Db();
        return await new SupportInitiative.Handler(db).Handle(new SupportInitiative.Request(number, resident), CancellationToken.None);
    }

    internal Turn Turn(string text, string intent, Slots? slots = null, Language language = Language.Pl, Turn? after = null, string resident = "r") => new()
    {
        Text = text, Meaning = new Meaning(language, intent, 1, slots ?? Slots.None, []), Language = language, ResidentId = resident,
        Now = Clock.Now, Today = Clock.Today, PublicUrl = "https://example.invalid", Memory = after?.Memory, Texts = Texts,
    };

    /// <summary>Runs what the turn hands over for writing, as the writer does, and gives the turn afterwards.</summary>
    internal async Task<Turn> WriteAsync(Turn turn)
    {
        await using InitiativesDbContext db = Db();
        var services = new ServiceCollection()
            .AddSingleton<IRequestHandler<FileInitiative.Request, InitiativeNumber>>(new FileInitiative.Handler(db, Clock))
            .AddSingleton<IRequestHandler<SupportInitiative.Request, SupportInitiative.Result>>(new SupportInitiative.Handler(db))
            .AddSingleton<IRequestHandler<WithdrawSupport.Request, bool>>(new WithdrawSupport.Handler(db));
        await using ServiceProvider provider = services.BuildServiceProvider();
        var mediator = new Mediator(type => provider.GetService(type) ?? Array.CreateInstance(type.GenericTypeArguments[0], 0));
        Turn after = turn.Fresh();
        await turn.PendingWrite!.RunAsync(mediator, after, CancellationToken.None);
        return after;
    }

    public void Dispose()
    {
        _reads.Dispose();
        SqliteConnection.ClearAllPools();
        _services.Dispose();
        File.Delete(_file);
    }

    private DbContextOptions<T> Options<T>() where T : DbContext => new DbContextOptionsBuilder<T>()
        .UseSqlite($"Data Source={_file};Default Timeout=60", o => o.MigrationsHistoryTable(Migrator.HistoryTable(typeof(T))))
        .UseApplicationServiceProvider(_services).Options;
}

internal sealed class Time : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
