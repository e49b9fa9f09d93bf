using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Search;
using Smss.Understanding;

namespace Smss.Modules.Initiatives.Model;

/// <summary>What a resident wants changed, or wants to do. Public only after the staff released it.</summary>
internal sealed class Initiative
{
    public const int ShortestTitle = 5, LongestTitle = 120, ShortestDescription = 10, LongestDescription = 2000, LongestSpot = 200;

    private readonly List<Step> _steps = [];

    private Initiative() { }

    public Guid Id { get; private init; }
    public InitiativeNumber Number { get; private init; }
    public string Title { get; private init; } = "";
    public string Description { get; private init; } = "";

    /// <summary>Estate or part of it, Polish nominative; null when not said.</summary>
    public string? Place { get; private init; }

    /// <summary>Where exactly, in the author's words.</summary>
    public string? Spot { get; private init; }

    /// <summary>Phone (E.164) or e-mail, for the answer only; never shown in public.</summary>
    public string? Contact { get; private set; }

    /// <summary>The resident's id in their channel, which is also the way back to them; null once erased.</summary>
    public string? AuthorId { get; private set; }

    /// <summary>Language of the title and the description.</summary>
    public Language Language { get; private init; }

    public InitiativeStatus Status { get; private set; }
    public DateTimeOffset FiledAt { get; private set; }

    /// <summary>Since when anyone may see it; null while only the author and the staff do.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>How many support it, its author not counted.</summary>
    public int Supporters { get; private set; }

    /// <summary>Supporters of a sample row, who are nobody.</summary>
    public int SampleSupporters { get; private init; }
    public bool IsSample { get; private init; }

    /// <summary>Account of who looks after it; null while nobody does.</summary>
    public Guid? AssigneeId { get; private set; }

    /// <summary>The one it was joined to, whose fate it shares; null while it stands alone.</summary>
    public InitiativeNumber? MergedInto { get; private set; }

    /// <summary>Stems for the full-text index, which the database keeps in step.</summary>
    public string Words { get; private init; } = "";

    /// <summary>What happened to it, in order; the first step is its filing.</summary>
    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>What the city said last.</summary>
    public string? Answer => _steps.OrderBy(s => s.Order).LastOrDefault(s => s.Note is not null)?.Note;

    /// <summary>Since when it has the status it has; answers do not change that.</summary>
    public DateTimeOffset StatusSince => _steps.OrderBy(s => s.Order).First(s => s.Status == Status).At;

    public bool IsPublic => ReleasedAt is not null;

    /// <summary>Place and spot as they are shown; null when neither was said.</summary>
    public string? Where => WhereOf(Place, Spot);

    public static string? WhereOf(string? place, string? spot) => (place, spot) switch
    {
        (null, _) => spot,
        (_, null) => place,
        _ => Folding.Fold(spot).Contains(Folding.Fold(place), StringComparison.Ordinal) ? spot : $"{place}, {spot}",
    };

    public static Initiative File(Guid id, InitiativeNumber number, Draft draft, DateTimeOffset now)
    {
        string title = PlainText.Line(draft.Title), description = PlainText.Clean(draft.Description), spot = PlainText.Line(draft.Spot);
        var initiative = new Initiative
        {
            Id = id, Number = number, Title = title, Description = description, Place = draft.Place, Spot = spot.Length > 0 ? spot : null,
            Contact = draft.Contact, AuthorId = draft.AuthorId, Language = draft.Language, FiledAt = now,
            IsSample = draft.IsSample, SampleSupporters = draft.SampleSupporters, Supporters = draft.SampleSupporters,
            Words = SearchText.Index(title, description, draft.Place, spot),
        };
        initiative.Add(InitiativeStatus.Filed, now, null);
        return initiative;
    }

    /// <summary>The staff read it and let everybody see it.</summary>
    public void Release(DateTimeOffset now, string? answer = null)
    {
        Move(InitiativeStatus.InReview, now, PlainText.Clean(answer) is { Length: > 0 } said ? said : null);
        ReleasedAt = now;
    }

    public void Plan(string answer, DateTimeOffset now) => Move(InitiativeStatus.Planned, now, Said(answer));

    public void Finish(string answer, DateTimeOffset now) => Move(InitiativeStatus.Done, now, Said(answer));

    /// <summary>Never in silence: the author hears the reason.</summary>
    public void Close(string reason, DateTimeOffset now) => Move(InitiativeStatus.Closed, now, Said(reason));

    /// <summary>Says the same as another one: from now on that one answers for both.</summary>
    public void MergeInto(InitiativeNumber other, string note, DateTimeOffset now)
    {
        Close(note, now);
        MergedInto = other;
    }

    /// <summary>The city says something and leaves the status as it is.</summary>
    public void Reply(string answer, DateTimeOffset now) => Add(Status, now, Said(answer));

    /// <summary>Whether a step was an answer only.</summary>
    public bool IsAnswer(Step step) => step.Order > 0 && _steps.Any(s => s.Order == step.Order - 1 && s.Status == step.Status);

    /// <summary>Shifts a sample row so that it was filed at another instant.</summary>
    public void ShiftTo(DateTimeOffset filedAt)
    {
        TimeSpan by = filedAt - FiledAt;
        FiledAt += by;
        ReleasedAt += by;
        foreach (Step step in _steps) step.Shift(by);
    }

    private void Move(InitiativeStatus to, DateTimeOffset now, string? note)
    {
        if (!Status.MayBecome(to)) throw new InvalidOperationException($"An initiative that is {Status} cannot become {to}.");
        Add(to, now, note);
        Status = to;
    }

    private void Add(InitiativeStatus status, DateTimeOffset at, string? note) => _steps.Add(new Step(Id, _steps.Count, status, at, note));

    private static string Said(string words) => PlainText.Clean(words) is { Length: > 0 } said
        ? said
        : throw new ArgumentException("Say it in plain words: the author and the neighbours will read it.", nameof(words));
}

/// <summary>What an initiative is made of.</summary>
internal sealed record Draft(string Title, string Description, string? Place, string? Spot, Language Language)
{
    public string? Contact { get; init; }
    public string? AuthorId { get; init; }
    public bool IsSample { get; init; }
    public int SampleSupporters { get; init; }
}
