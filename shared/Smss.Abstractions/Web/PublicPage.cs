using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Texts;
using Smss.Understanding;

namespace Smss.Abstractions.Web;

/// <summary>Language of a page: from the beginning of its path (<c>/uk</c>, <c>/en</c>, none for Polish), cut off before routing.</summary>
public static class LanguageOf
{
    private static readonly object Key = new();

    /// <summary>Language of the page asked for.</summary>
    public static Language Language(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.TryGetValue(Key, out object? language) ? (Language)language! : Understanding.Language.Pl;
    }

    internal static void SetLanguage(this HttpContext context, Language language) => context.Items[Key] = language;

    /// <summary>Path of a page in a language (<c>/praca</c> → <c>/uk/praca</c>).</summary>
    public static string Path(Language language, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return language == Understanding.Language.Pl ? path : "/" + language.Code() + (path == "/" ? "" : path);
    }
}

/// <summary>A public page: server-rendered, readable without JavaScript, in the language of its path.</summary>
public abstract class PublicPage : PageModel
{
    /// <summary>Language of the page.</summary>
    public Language Language => HttpContext.Language();

    /// <summary>Heading and title, finished text; the layout shows it.</summary>
    public string Title { get; protected set; } = "";

    /// <summary>A text in the language of the page.</summary>
    public string T(string key, params ReadOnlySpan<(string Name, object? Value)> values) =>
        HttpContext.RequestServices.GetRequiredService<ITexts>().Get(Language, key, values);

    /// <summary>Path of another page in the same language.</summary>
    public string Href(string path) => LanguageOf.Path(Language, path);
}
