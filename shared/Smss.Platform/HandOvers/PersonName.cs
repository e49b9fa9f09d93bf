using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Platform.Accounts;
using Smss.Understanding;

namespace Smss.Platform.HandOvers;

/// <summary>How a resident sees who answers: as a role, with a name only where the account chose one.</summary>
internal static class PersonName
{
    public const int Longest = 40;
    private static readonly StaffRoles[] Known = [StaffRoles.Coordinator, StaffRoles.CentreStaff, StaffRoles.SocialLeader];

    public static string Of(Account account, ITexts texts, Language language)
    {
        string role = texts.Get(language, Known.Select(Role.IdOf).Where(id => account.Roles.Any(r => r.Id == id)).Select(id => "platform.role." + id).FirstOrDefault("platform.person.staff"));
        return texts.Get(language, "platform.person.name", ("who", account.ShownName is { Length: > 0 } name ? $"{name}, {role}" : role));
    }
}
