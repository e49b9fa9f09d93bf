namespace Smss.Abstractions;

/// <summary>The roles that are shipped. Modules say which of them hold a permission at first; a city changes that and makes roles of its own. An account may have several.</summary>
[Flags]
public enum StaffRoles
{
    /// <summary>None: may look after the own account only.</summary>
    None = 0,
    /// <summary>Lets people in and out; sees nothing of residents.</summary>
    Administrator = 1,
    /// <summary>Answers for the zone.</summary>
    Coordinator = 2,
    /// <summary>Works at the Local Activity Centre.</summary>
    CentreStaff = 4,
    /// <summary>A neighbour at an Integration Point.</summary>
    SocialLeader = 8,
    /// <summary>Reads and changes nothing.</summary>
    Auditor = 16,
    /// <summary>Runs a forum of cooperation.</summary>
    ForumModerator = 32,
    /// <summary>Looks after a support group.</summary>
    GroupCaretaker = 64,
}

/// <summary>Who of the staff there is to turn to, for modules that give them a task or let them act outside the panel.</summary>
public interface IStaff
{
    /// <summary>Those who can use a permission at this moment, by name: the account is enabled, has a password, and a second factor where its roles demand one.</summary>
    Task<IReadOnlyList<StaffMember>> WhoMayAsync(string permission, CancellationToken cancellation);
}

/// <summary>Somebody of the staff.</summary>
/// <param name="Id">Id of the account.</param>
/// <param name="Name">Name they sign in with.</param>
public sealed record StaffMember(Guid Id, string Name);
