using Smss.Abstractions.Conversation;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>A list of things in pages of five; what was found last is kept with the conversation.</summary>
/// <param name="Ids">All that was found, at most fifty.</param>
/// <param name="From">Where the page shown begins.</param>
internal sealed record Shown(IReadOnlyList<Guid> Ids, int From = 0, Guid? Picked = null)
{
    /// <summary>What was asked for, so that "a tańsze?" keeps the rest.</summary>
    public Wanted? Wanted { get; init; }

    public const int PageSize = 5;
    public const int Most = 50;

    public Guid[] Page() => [.. Ids.Skip(From).Take(PageSize)];

    public Shown Next() => this with { From = From + PageSize, Picked = null };

    /// <summary>The id at a place of the page shown, -1 the last one.</summary>
    public Guid? At(int ordinal)
    {
        Guid[] page = Page();
        int at = ordinal == -1 ? page.Length - 1 : ordinal - 1;
        return at >= 0 && at < page.Length ? page[at] : null;
    }

    /// <summary>Says a page of numbered lines below a heading, with buttons.</summary>
    public void Say<T>(Turn turn, string heading, IReadOnlyList<T> page, Func<T, string> line) where T : IListed
    {
        turn.Remember(this);
        IEnumerable<string> lines = page.Select((row, i) => $"{i + 1}. {line(row)}");
        if (page.Any(r => r.IsSample)) lines = lines.Append($"({turn.Get("activitycentre.sample")})");
        turn.SayAsWritten(heading + "\n" + string.Join('\n', lines))
            .Offer(Enumerable.Range(1, page.Count).Select(n => $"{n}"))
            .Offer(Ids.Count > From + PageSize ? [turn.Get("activitycentre.more")] : []);
    }
}
