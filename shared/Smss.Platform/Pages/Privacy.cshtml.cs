using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Web;
using Smss.Platform.Modules;

namespace Smss.Platform.Pages;

/// <summary>What is kept about a resident, made from what the enabled modules declare.</summary>
public sealed class PrivacyModel(IServiceProvider services) : PublicPage
{
    /// <summary>One sentence a module.</summary>
    public IReadOnlyList<string> Kept { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
        Title = T("platform.privacy");
        Kept = [.. services.GetServices<PersonalDataRegistration>().Select(r => T(((IPersonalData)services.GetRequiredService(r.Data)).DescriptionKey))];
    }
}
