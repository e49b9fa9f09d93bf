using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Privacy;

namespace Smss.Platform.Pages;

/// <summary>
/// The copy of a resident's data behind a link from the chat. Looking at the page uses nothing up, so that a preview of
/// the link cannot; the button does, once. There is no cookie: who has the link is the resident.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class CopyModel(IServiceProvider services) : PublicPage
{
    private CopyLinks Links => services.GetRequiredService<CopyLinks>();

    /// <summary>End of the link.</summary>
    public string Token { get; private set; } = "";

    /// <summary>Whether the link still opens the copy.</summary>
    public bool Works { get; private set; }

    /// <summary>What is held; null before the button and when the link is used up.</summary>
    internal PersonalCopy? Copy { get; private set; }

    /// <summary>Opens the same as a file, once.</summary>
    internal string? FileToken { get; private set; }

    /// <summary>Keeps the page and its address to this browser.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
        Title = T("platform.copy");
    }

    /// <summary>Asks for the press of a button.</summary>
    public async Task OnGetAsync(string token, CancellationToken cancellation)
    {
        Token = token;
        Works = await Links.WorksAsync(token, cancellation);
        if (!Works) HttpContext.Response.StatusCode = 410;
    }

    /// <summary>Shows everything, once.</summary>
    public async Task OnPostAsync(string token, CancellationToken cancellation)
    {
        if (await Links.UseAsync(token, cancellation) is not { } resident)
        {
            HttpContext.Response.StatusCode = 410;
            return;
        }
        Copy = await services.GetRequiredService<PersonalCopies>().MakeAsync(resident, cancellation);
        FileToken = await Links.ForFileAsync(resident, cancellation);
    }

    /// <summary>Day and time in the city.</summary>
    internal string Local(DateTimeOffset at)
    {
        DateTime local = TimeZoneInfo.ConvertTime(at, services.GetRequiredService<CityClock>().Zone).DateTime;
        return $"{Spoken.Day(Language, DateOnly.FromDateTime(local))} {local.Year.ToString(CultureInfo.InvariantCulture)}, {Spoken.Time(TimeOnly.FromDateTime(local))}";
    }
}
