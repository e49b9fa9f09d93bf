namespace Smss.Abstractions;

/// <summary>Roles of the staff. Modules say which of them hold a permission; an account may have several.</summary>
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
}

/// <summary>Somebody of the staff who is signed in.</summary>
/// <param name="Id">Id of the account.</param>
/// <param name="Name">Name they sign in with.</param>
public sealed record StaffMember(Guid Id, string Name);
