namespace Smss.Modules.ActivityCentre.Model;

/// <summary>A place for an intern.</summary>
internal sealed class Internship : Listing
{
    public string? Occupation { get; set; }
    public string? OccupationCode { get; set; }
    public DateOnly StartsOn { get; set; }
    public DateOnly EndsOn { get; set; }

    /// <summary>Monthly allowance in grosze; null when not said.</summary>
    public int? Allowance { get; set; }

    /// <summary>Last day on which it is shown.</summary>
    public DateOnly ValidUntil { get; set; }
    public string? HowToApply { get; set; }
    public Guid? EmployerId { get; private set; }
    public Employer? Employer { get; private set; }
    public bool IsWithdrawn { get; private set; }

    /// <summary>Not yet for residents.</summary>
    public bool IsDraft { get; set; }

    public override Standing At(DateTime local) =>
        IsDraft ? Standing.Draft : IsWithdrawn ? Standing.Withdrawn : ValidUntil >= DateOnly.FromDateTime(local) ? Standing.Live : Standing.Ended;

    public void OfferedBy(Employer? employer)
    {
        Employer = employer;
        EmployerId = employer?.Id;
    }

    public void Withdraw() => IsWithdrawn = true;

    /// <summary>Makes it visible, also after it was taken back; false when its last day is over.</summary>
    public bool Publish(DateOnly today)
    {
        if (ValidUntil < today) return false;
        IsDraft = IsWithdrawn = false;
        return true;
    }
}
