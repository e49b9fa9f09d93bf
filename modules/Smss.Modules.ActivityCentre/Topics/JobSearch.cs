using Smss.Abstractions.Conversation;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>What was asked and shown last; kept with the conversation.</summary>
internal sealed record JobSearch
{
    public const int PageSize = 5;

    public string? Occupation { get; init; }
    public string? OccupationCode { get; init; }

    /// <summary>Stems of other words that matter.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The message had words that no offer knows: what is shown is not what was asked for.</summary>
    public bool IsGuess { get; init; }
    public string? Place { get; init; }
    public Contract? Contract { get; init; }
    public bool NoExperience { get; init; }
    public bool NoNights { get; init; }
    public int From { get; init; }
    public IReadOnlyList<Guid> Shown { get; init; } = [];
    public Guid? Picked { get; init; }

    /// <summary>The search as it is with what the message adds or changes.</summary>
    public JobSearch With(Turn turn)
    {
        Slots slots = turn.Meaning.Slots;
        bool otherWork = slots.Occupation is not null || JobWords.AsksAnything(turn.Text);
        return this with
        {
            Occupation = otherWork ? slots.Occupation : Occupation,
            OccupationCode = otherWork ? slots.OccupationCode : OccupationCode,
            Words = slots is { Occupation: null, Employer: { } firm } ? [.. Stems.Of(firm)] : otherWork ? [] : Words,
            Place = slots.Place ?? (JobWords.AsksElsewhere(turn.Text) ? null : Place),
            Contract = ContractOf(slots.Contract) ?? (IsWeekend(slots.Date) ? Model.Contract.Weekend : Contract),
            NoExperience = NoExperience || slots.Experience == "none",
            NoNights = NoNights || JobWords.RefusesNights(turn.Text),
            IsGuess = false,
            From = 0,
            Shown = [],
            Picked = null,
        };
    }

    public bool AsksTheSame(JobSearch other) =>
        this with { Words = [], From = 0, Shown = [], Picked = null } == other with { Words = [], From = 0, Shown = [], Picked = null }
        && Words.SequenceEqual(other.Words);

    public OfferQuery ToQuery() => new()
    {
        Words = Occupation is null ? Words : [.. Stems.Of(Occupation)],
        OccupationCode = OccupationCode, Place = Place, Contract = Contract, NoExperience = NoExperience, NoNights = NoNights,
    };

    /// <summary>"a na weekend?"</summary>
    private static bool IsWeekend(DayRange? days) =>
        days is { } range && range.From.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && range.To.DayNumber - range.From.DayNumber <= 1
        && range.To.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public static Contract? ContractOf(string? slot) => slot switch
    {
        "full_time" => Model.Contract.FullTime,
        "part_time" => Model.Contract.PartTime,
        "temporary" => Model.Contract.Temporary,
        "weekend" => Model.Contract.Weekend,
        "remote" => Model.Contract.Remote,
        "mandate" => Model.Contract.Mandate,
        _ => null,
    };
}
