using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Topics;

/// <summary>What became of an initiative: of the one named, or of one's own.</summary>
internal sealed class StatusTalk(Lazy<InitiativesDbContext> db, InitiativeSearch search, CityClock clock)
{
    private const int MostOwn = 5;

    public async ValueTask AnswerAsync(Turn turn, InitiativeNumber? named, CancellationToken cancellation)
    {
        if (named is { } number) await OfAsync(turn, number, cancellation);
        else await OwnAsync(turn, cancellation);
    }

    private async ValueTask OfAsync(Turn turn, InitiativeNumber asked, CancellationToken cancellation)
    {
        InitiativeNumber number = await search.AnsweringAsync(asked, cancellation);
        if (number != asked) turn.Say("initiatives.status.merged", ("number", asked.ToString()), ("other", number.ToString()));
        Initiative? initiative = await search.ReleasedAsync(number, cancellation)
            ?? await Own(turn).SingleOrDefaultAsync(i => i.Number == number, cancellation);
        if (initiative is null)
            turn.Say("initiatives.status.unknown", ("number", number.ToString()))
                .Offer(turn.Get("initiatives.say.initiative.list"), turn.Get("initiatives.say.initiative.file"));
        else Say(turn, initiative);
    }

    private async ValueTask OwnAsync(Turn turn, CancellationToken cancellation)
    {
        List<Initiative> own = await Own(turn).OrderByDescending(i => i.Number).Take(MostOwn).ToListAsync(cancellation);
        if (own.Count == 0)
        {
            turn.Say("initiatives.status.which").Offer(turn.Get("initiatives.say.initiative.list"), turn.Get("initiatives.say.initiative.file"));
            return;
        }
        if (own[0].MergedInto is not null) await OfAsync(turn, own[0].Number, cancellation);
        else Say(turn, own[0]);
        if (own.Count > 1)
            turn.SayAsWritten(string.Join('\n', [
                turn.Get("initiatives.status.others"),
                .. own.Skip(1).Select(i => $"– {i.Number} {i.Title}: {Lines.Status(turn, i.Status)}")]));
    }

    private void Say(Turn turn, Initiative initiative)
    {
        string number = initiative.Number.ToString();
        turn.Remember(new Shown { Picked = number });
        string status = Lines.Status(turn, initiative.Status);
        DateOnly since = Lines.Day(clock, initiative.StatusSince);
        if (!initiative.IsPublic)
        {
            turn.Say("initiatives.status.own", ("number", number), ("title", initiative.Title), ("status", status), ("day", since));
            if (initiative.Answer is { } answer) turn.Say("initiatives.answer", ("answer", answer));
            return;
        }
        Reply reply = turn.Say("initiatives.status.is", ("number", number), ("status", status), ("day", since))
            .With(Lines.Card(turn, clock, initiative));
        if (initiative.Status.IsLive() && initiative.AuthorId != turn.ResidentId)
            reply.Offer(turn.Get("initiatives.support.it", ("number", number)));
    }

    private IQueryable<Initiative> Own(Turn turn) =>
        db.Value.Initiatives.AsNoTracking().Include(i => i.Steps.OrderBy(s => s.Order)).Where(i => i.AuthorId == turn.ResidentId);
}
