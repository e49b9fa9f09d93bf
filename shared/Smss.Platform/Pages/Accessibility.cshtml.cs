using Smss.Abstractions.Web;

namespace Smss.Platform.Pages;

/// <summary>The accessibility declaration, with the ids that validators look for; what the city did not say is said to be missing.</summary>
internal sealed class AccessibilityModel(Settings settings) : PublicPage
{
    public AccessibilityStatement Statement => settings.Accessibility;
    public string Address => settings.PublicUrl.ToString();

    public void OnGet() => Title = T("platform.a11y");
}
