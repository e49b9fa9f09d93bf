using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Modules.Leaders;
using Smss.Modules.Leaders.HoursFromChat;
using Smss.Modules.Leaders.Topics;
using Smss.Platform.Data;
using Smss.Platform.Modules;
using Smss.Platform.Texts;
using Smss.Understanding;

namespace Smss.Unit.Tests.Leaders;

/// <summary>The sample points on a database file of their own, on Saturday 21 November 2026, 10:30 local.</summary>
public sealed class LeadersFixture : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"smss-leaders-{Path.GetRandomFileName()}.db");
    private readonly ServiceProvider _services;

    public LeadersFixture()
    {
        var modules = ModuleCatalog.Make("leaders", [typeof(LeadersModule).Assembly]);
        _services = new ServiceCollection()
            .AddSingleton(_ => new CityClock(Time, WeekText.Warsaw))
            .AddSingleton<ITexts>(s => new TextCatalog(modules, s.GetRequiredService<CityClock>()))
            .AddDbContext<LeadersDbContext>(o => o.UseSqlite(
                $"Data Source={_file}", s => s.MigrationsHistoryTable(Migrator.HistoryTable(typeof(LeadersDbContext)))))
            .AddSingleton<KnownPoints>().AddSingleton<HoursWords>()
            .AddSingleton(_ => Understander.Create([])).AddSingleton<IStaff, NoStaff>().AddScoped<LinkedLeaders>().AddScoped<HoursChange>()
            .AddScoped(s => new Lazy<HoursChange>(s.GetRequiredService<HoursChange>))
            .AddScoped<LeadersSample>().AddScoped<PointsTopic>().AddScoped<LeaderTopic>()
            .BuildServiceProvider();
        Use<LeadersDbContext>(db => db.Database.Migrate());
    }

    internal MovableTime Time { get; } = new();

    internal CityClock Clock => _services.GetRequiredService<CityClock>();
    internal ITexts Texts => _services.GetRequiredService<ITexts>();
    internal KnownPoints Known => _services.GetRequiredService<KnownPoints>();
    internal HoursWords Words => _services.GetRequiredService<HoursWords>();
    internal PointsReader Reader => new(Known, Words, Clock);

    internal async Task RollAsync()
    {
        await using AsyncServiceScope scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LeadersSample>().RollAsync(Clock.Today, CancellationToken.None);
    }

    internal void Use<T>(Action<T> act) where T : notnull
    {
        using IServiceScope scope = _services.CreateScope();
        act(scope.ServiceProvider.GetRequiredService<T>());
    }

    internal Turn Turn(string text, string intent, Slots? slots = null, Language language = Language.Pl, Turn? after = null) => new()
    {
        Text = text, Meaning = new Meaning(language, intent, 1, slots ?? Slots.None, []), Language = language, ResidentId = "r",
        Now = Clock.Now, Today = Clock.Today, PublicUrl = "https://example.invalid", Memory = after?.Memory, Texts = Texts,
    };

    internal async Task<Turn> AskAsync<TTopic>(string text, string intent, Slots? slots = null, Language language = Language.Pl, Turn? after = null)
        where TTopic : class, ITopic
    {
        Turn turn = Turn(text, intent, slots, language, after);
        await _services.CreateScope().ServiceProvider.GetRequiredService<TTopic>().HandleAsync(turn, CancellationToken.None);
        return turn;
    }

    /// <summary>A message that leans on the one before; null when the topic cannot answer it.</summary>
    internal async Task<Turn?> FollowAsync<TTopic>(Turn after, string text, FollowUp followUp, Slots? slots = null, string intent = Meaning.OutOfScope)
        where TTopic : class, ITopic
    {
        Turn turn = Turn(text, intent, slots, after.Language, after);
        return await _services.CreateScope().ServiceProvider.GetRequiredService<TTopic>().FollowUpAsync(turn, followUp, CancellationToken.None) ? turn : null;
    }

    public void Dispose()
    {
        _services.Dispose();
        SqliteConnection.ClearAllPools();
        File.Delete(_file);
    }
}

/// <summary>Whoever asks is a resident.</summary>
internal sealed class NoStaff : IStaff
{
    public Task<IReadOnlyList<StaffMember>> WhoMayAsync(string permission, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<StaffMember>>([]);
}

internal sealed class MovableTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
