using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Web;
using Smss.Platform.Privacy;

namespace Smss.Platform.Pages;

/// <summary>"Co o Tobie wiemy": made from what the enabled modules declare, and from nothing else.</summary>
public sealed class PrivacyModel(IServiceProvider services) : PublicPage
{
    private KeptData Kept => services.GetRequiredService<KeptData>();

    /// <summary>What is a resident's.</summary>
    internal IEnumerable<IPersonalData> OfResidents => Kept.OfResidents;

    /// <summary>What is the staff's and the machinery's.</summary>
    internal IEnumerable<IPersonalData> OfTheHouse => Kept.OfTheHouse;

    /// <summary>Who answers for the data.</summary>
    internal Controller Controller => services.GetRequiredService<Settings>().Controller;

    /// <summary>Shows the page.</summary>
    public void OnGet() => Title = T("platform.privacy.title");

    /// <summary>"180 dni od ostatniej wiadomości".</summary>
    internal string HowLong(IPersonalData kind) =>
        kind.Days is { } days ? $"{T("platform.privacy.days", ("count", days))} {T(kind.Id + ".kept")}" : T(kind.Id + ".kept");

    /// <summary>Why it may be kept.</summary>
    internal string BasisOf(IPersonalData kind) => T("platform.basis." + kind.Basis.ToString().ToLowerInvariant());
}
