namespace Smss.Modules.ActivityCentre.Model;

/// <summary>Something that happens at the Centre or on the estate. Its times are the city's wall clock.</summary>
internal sealed class EstateEvent : Listing
{
    public string? Topic { get; set; }
    public DateOnly Day { get; set; }
    public TimeOnly StartsAt { get; set; }

    /// <summary>Earlier than the start: it ends after midnight.</summary>
    public TimeOnly EndsAt { get; set; }
    public bool IsFree { get; set; }
    public bool NeedsRegistration { get; set; }
    public bool IsCancelled { get; private set; }

    /// <summary>Not yet for residents.</summary>
    public bool IsDraft { get; set; }

    public DateTime LocalStart => Day.ToDateTime(StartsAt);

    public DateTime LocalEnd => Day.AddDays(EndsAt < StartsAt ? 1 : 0).ToDateTime(EndsAt);

    /// <summary>Shown until it is over.</summary>
    public bool IsLive(DateTime local) => At(local) == Standing.Live;

    public override Standing At(DateTime local) =>
        IsDraft ? Standing.Draft : IsCancelled ? Standing.Cancelled : LocalEnd > local ? Standing.Live : Standing.Ended;

    public void Cancel() => IsCancelled = true;

    /// <summary>Makes it visible, also after it was called off; false when it is over.</summary>
    public bool Publish(DateTime local)
    {
        if (LocalEnd <= local) return false;
        IsDraft = IsCancelled = false;
        return true;
    }
}
