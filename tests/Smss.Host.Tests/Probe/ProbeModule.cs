using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;
using Smss.Abstractions.Facts;
using Smss.Abstractions.Modules;
using Smss.Host.Tests.Probe;

[assembly: SmssModule("probe", typeof(ProbeModule))]

namespace Smss.Host.Tests.Probe;

/// <summary>A module of the tests: notes things down, tells a fact about each, and breaks when asked to.</summary>
public sealed class ProbeModule : IModule
{
    public void Register(IModuleBuilder module)
    {
        module.Services.AddSingleton<Mood>();
        module.AddDb<ProbeDbContext>().AddTopic<ProbeTopic>().AddForm<ProbeConsent>().AddPersonalData<ProbeData>();
    }

    /// <summary>Breaks, and says of what in the message of the exception.</summary>
    public void Map(IModuleRoutes routes) =>
        routes.Api.MapGet("/break", void (string words) => throw new InvalidOperationException(words)).AllowAnonymous();
}

/// <summary>Whether residents want to hear of new notes.</summary>
internal sealed class ProbeConsent : ConsentForm
{
    public override string Id => "probe.news";
    public override int Version => 2;
}

/// <summary>Who noted what; forgets only when in the mood.</summary>
internal sealed class ProbeData(ProbeDbContext db, Mood mood) : IPersonalData
{
    public string Id => "probe.data.notes";
    public LegalBasis Basis => LegalBasis.PublicTask;
    public int? Days => null;

    public async Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation) => mood.Refuses
        ? throw new InvalidOperationException("Not in the mood.")
        : [.. (await db.Set<Note>().Where(n => n.ResidentId == residentId).ToListAsync(cancellation)).Select(n => new PersonalRecord(null, new PersonalField("text", n.Text)))];

    public async Task EraseAsync(string residentId, CancellationToken cancellation)
    {
        await db.Set<Note>().Where(n => n.ResidentId == residentId).ExecuteDeleteAsync(cancellation);
        if (mood.Refuses) throw new InvalidOperationException("Not in the mood.");
    }

    public Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation) => Task.FromResult(false);
}

/// <summary>Whether the second handler of the fact is in the mood to work.</summary>
internal sealed class Mood
{
    public bool Refuses { get; set; }
    public int Tries;
}

internal sealed class ProbeDbContext(DbContextOptions<ProbeDbContext> options) : SmssDbContext(options)
{
    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Note>().HasKey(n => n.Id);
        model.Entity<Copy>().HasKey(c => new { c.NoteId, c.By });
    }
}

internal sealed record Note(Guid Id, string ResidentId, string Text);

internal sealed record Copy(Guid NoteId, string By);

[Smss.Abstractions.Facts.Fact("probe.note-taken")]
internal sealed record NoteTaken(Guid NoteId) : IFact;

/// <summary>Notes, fails while thinking, fails while writing.</summary>
internal sealed class ProbeTopic : ITopic
{
    public string Id => "probe.notes";
    public IReadOnlyCollection<string> Intents => ["probe.note", "probe.break", "probe.spoil", "probe.ask"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Meaning.Intent == "probe.break") throw new InvalidOperationException("The topic breaks, as asked.");
        if (turn.Meaning.Intent == "probe.ask") turn.Open("probe.news");
        else turn.Write(new TakeNote(turn.ResidentId, turn.Text, turn.Meaning.Intent == "probe.spoil"), (after, count) => after.SayAsWritten($"Notes: {count}"));
        return ValueTask.CompletedTask;
    }
}

internal sealed record TakeNote(string ResidentId, string Text, bool Spoil) : IRequest<int>;

internal sealed class TakeNoteHandler(ProbeDbContext db, Smss.Abstractions.CityClock clock) : IRequestHandler<TakeNote, int>
{
    public async Task<int> Handle(TakeNote request, CancellationToken cancellationToken)
    {
        var note = new Note(clock.NewId(), request.ResidentId, request.Text);
        db.Add(note);
        db.Tell(new NoteTaken(note.Id));
        await db.SaveChangesAsync(cancellationToken);
        return request.Spoil ? throw new InvalidOperationException("Spoilt after it was saved, as asked.") : await db.Set<Note>().CountAsync(cancellationToken);
    }
}

internal sealed class CopyNote(ProbeDbContext db) : INotificationHandler<NoteTaken>
{
    public async Task Handle(NoteTaken notification, CancellationToken cancellationToken)
    {
        db.Add(new Copy(notification.NoteId, "willing"));
        await db.SaveChangesAsync(cancellationToken);
    }
}

internal sealed class CopyNoteMoodily(ProbeDbContext db, Mood mood) : INotificationHandler<NoteTaken>
{
    public async Task Handle(NoteTaken notification, CancellationToken cancellationToken)
    {
        db.Add(new Copy(notification.NoteId, "moody"));
        await db.SaveChangesAsync(cancellationToken);
        Interlocked.Increment(ref mood.Tries);
        if (mood.Refuses) throw new InvalidOperationException("Not in the mood.");
    }
}
