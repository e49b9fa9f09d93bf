using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;

namespace Smss.Platform.Pages;

/// <summary>Says in plain words that a page is not there or that something broke; never how.</summary>
[ResponseCache(NoStore = true)]
public sealed class TroubleModel : PublicPage
{
    /// <summary>Whether the page does not exist (otherwise something broke).</summary>
    public bool IsMissing { get; private set; }

    /// <summary>Key of the heading.</summary>
    public string Kind { get; private set; } = "platform.trouble";

    /// <summary>Shows the page.</summary>
    public void OnGet()
    {
        int status = HttpContext.Response.StatusCode;
        IsMissing = status is 404 or 410 || (status == 200 && HttpContext.Request.Query["kod"] == "404");
        Kind = status switch
        {
            400 => "platform.refused",
            403 => "platform.forbidden",
            429 => "platform.busy",
            _ => IsMissing ? "platform.missing" : "platform.trouble",
        };
        Title = T(Kind);
    }
}
