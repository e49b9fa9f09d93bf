using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;
using Smss.Understanding;

namespace Smss.Platform.Pages;

/// <summary>The chat alone, for a frame on another site.</summary>
public sealed class EmbedModel : PublicPage
{
    /// <summary>Language asked for in the address of the frame.</summary>
    [BindProperty(SupportsGet = true, Name = "lang")]
    public string? Lang { get; set; }

    /// <summary>Language shown.</summary>
    public Language Chosen => Languages.Of(Lang) is var asked and not Understanding.Language.Other ? asked : Language;
}
