namespace Smss.Modules.Initiatives.Model;

/// <summary>How far an initiative has come.</summary>
internal enum InitiativeStatus
{
    /// <summary>Filed; only its author and the staff see it.</summary>
    Filed,
    /// <summary>Released by the staff and looked into.</summary>
    InReview,
    /// <summary>Taken into a plan.</summary>
    Planned,
    /// <summary>Done.</summary>
    Done,
    /// <summary>Ended without being done, for a reason that was told.</summary>
    Closed,
}

/// <summary>Which way an initiative may go.</summary>
internal static class InitiativeStatuses
{
    public static bool MayBecome(this InitiativeStatus from, InitiativeStatus to) => (from, to) switch
    {
        (InitiativeStatus.Filed, InitiativeStatus.InReview or InitiativeStatus.Closed) => true,
        (InitiativeStatus.InReview, InitiativeStatus.Planned or InitiativeStatus.Done or InitiativeStatus.Closed) => true,
        (InitiativeStatus.Planned, InitiativeStatus.Done or InitiativeStatus.Closed) => true,
        _ => false,
    };

    /// <summary>Whether something may still come of it.</summary>
    public static bool IsLive(this InitiativeStatus status) => status is not (InitiativeStatus.Done or InitiativeStatus.Closed);
}
