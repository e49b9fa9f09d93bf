using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;

namespace Smss.Platform.Pages;

/// <summary>Says in plain words that a page is not there or that something broke; never how.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class TroubleModel : PublicPage
{
    /// <summary>Whether the page does not exist (otherwise something broke).</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Key of the heading.</summary>
    public string Kind { get; private set; } = "platform.trouble";

    /// <summary>Shows the page.</summary>
    public void OnGet() => Show();

    /// <summary>Shows the page after a failed post.</summary>
    public void OnPost() => Show();

    private void Show()
    {
        bool forbidden = HttpContext.Response.StatusCode == 403;
        IsMissing = !forbidden && (HttpContext.Request.Query["kod"] == "404" || HttpContext.Response.StatusCode is 404 or 410);
        Kind = HttpContext.Response.StatusCode == 429 ? "platform.busy" : forbidden ? "platform.forbidden" : IsMissing ? "platform.missing" : "platform.trouble";
        Title = T(Kind);
    }
}
