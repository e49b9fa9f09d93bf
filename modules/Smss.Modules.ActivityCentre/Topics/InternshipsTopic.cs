using Microsoft.EntityFrameworkCore;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Internships. There are few at a time: all live ones are read and chosen from here.</summary>
internal sealed class InternshipsTopic(ActivityCentreDbContext db, PersonToAsk person) : ITopic
{
    public string Id => "activitycentre.internships";

    public IReadOnlyCollection<string> Intents { get; } = ["internships.search"];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        Slots slots = turn.Meaning.Slots;
        IReadOnlyList<Internship> live = await LiveAsync(turn, cancellation), fitting = Fitting(turn, live);
        IReadOnlyList<Internship> here = slots.Place is { } place ? [.. fitting.Where(i => i.Place == place)] : fitting;
        if (here.Count > 0) Show(turn, here, Found(turn, here));
        else if (fitting.Count > 0) Show(turn, fitting, $"{turn.Get("activitycentre.internships.elsewhere", ("place", slots.Place))} {Found(turn, fitting)}");
        else if (live.Count > 0) Show(turn, live, $"{turn.Get("activitycentre.internships.none")} {turn.Get("activitycentre.internships.all-instead")}");
        else await person.SayAsync(turn, "activitycentre.internships.none", slots.Place, cancellation);
    }

    public async ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation)
    {
        if (turn.Recall<Shown>() is not { } last) return false;
        IReadOnlyList<Internship> live = await LiveAsync(turn, cancellation);
        switch (followUp.Kind)
        {
            case FollowUpKind.More:
                Shown next = last.Next();
                Internship[] page = [.. next.Page().SelectMany(id => live.Where(i => i.Id == id))];
                if (page.Length == 0) turn.Say("activitycentre.no-more");
                else next.Say(turn, turn.Get("activitycentre.internships.all-instead"), page, i => Line(turn, i));
                return true;
            case FollowUpKind.Pick when last.At(followUp.Ordinal) is { } id:
                if (live.FirstOrDefault(i => i.Id == id) is { } one) turn.Say("activitycentre.jobs.card").With(Card(turn, one));
                else turn.Say("activitycentre.jobs.gone");
                return true;
            case FollowUpKind.Refine when !turn.Meaning.Slots.IsEmpty:
                await HandleAsync(turn, cancellation);
                return true;
            default:
                return false;
        }
    }

    private async Task<IReadOnlyList<Internship>> LiveAsync(Turn turn, CancellationToken cancellation)
    {
        DateOnly today = turn.Today;
        return await db.Internships.AsNoTracking().Include(i => i.Employer).Where(i => !i.IsDraft && !i.IsWithdrawn && i.ValidUntil >= today)
            .OrderBy(i => i.StartsOn).Take(Shown.Most).ToListAsync(cancellation);
    }

    /// <summary>Those of the occupation; else those whose title has a word of the message; all when none was asked for.</summary>
    private static IReadOnlyList<Internship> Fitting(Turn turn, IReadOnlyList<Internship> live)
    {
        Slots slots = turn.Meaning.Slots;
        string[] occupation = slots.Occupation is { } name ? [.. Stems.Of(name)] : [];
        string? group = slots.OccupationCode is { Length: 6 } code ? code[..4] : null;
        Internship[] same = [.. live.Where(i => occupation.Length > 0 && (TitleOf(i).IsSupersetOf(occupation) || (group is not null && i.OccupationCode?[..4] == group)))];
        if (same.Length > 0) return same;
        string[] words = [.. JobWords.Telling(turn.Text, slots.Place)];
        Internship[] named = [.. live.Where(i => TitleOf(i).Overlaps(words))];
        return named.Length > 0 || occupation.Length > 0 ? named : live;
    }

    private static HashSet<string> TitleOf(Internship internship) => [.. Stems.Of($"{internship.Title} {internship.Occupation}").Where(w => w != "staz")];

    private static void Show(Turn turn, IReadOnlyList<Internship> found, string heading)
    {
        var shown = new Shown([.. found.Select(i => i.Id)]);
        shown.Say(turn, heading, [.. found.Take(Shown.PageSize)], i => Line(turn, i));
    }

    private static string Found(Turn turn, IReadOnlyList<Internship> found) => turn.Get("activitycentre.internships.found", ("count", found.Count));

    private static string Line(Turn turn, Internship i) =>
        turn.Get("activitycentre.internships.line", ("title", i.Title), ("place", i.Place), ("from", i.StartsOn), ("to", i.EndsOn));

    private static Card Card(Turn turn, Internship internship)
    {
        var lines = new List<string?>
        {
            internship.IsSample ? turn.Get("activitycentre.sample") : null,
            internship.Employer?.Name,
            OfferWords.Days(turn.Language, turn.Texts, internship.StartsOn, internship.EndsOn),
            internship.Allowance is { } allowance ? turn.Get("activitycentre.internships.allowance", ("amount", Spoken.Money(turn.Language, allowance))) : null,
            turn.Get("activitycentre.until", ("day", internship.ValidUntil)),
            internship.HowToApply,
            internship.Description,
        };
        return new Card(internship.Title, string.Join('\n', lines.Where(l => !string.IsNullOrEmpty(l))),
            new Link(turn.Get("activitycentre.details"), turn.PageUrl("/staze")));
    }
}
