using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>How the staff are told whether residents see something.</summary>
internal static class Standings
{
    public static string Name(Standing standing) => standing.ToString().ToLowerInvariant();

    public static string Key(Standing standing) => "activitycentre.standing." + Name(standing);

    public static string Badge(Standing standing) => standing switch
    {
        Standing.Live => "badge-good",
        Standing.Draft => "badge-warn",
        _ => "badge-quiet",
    };
}
