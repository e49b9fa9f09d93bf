using System.Text.Encodings.Web;
using System.Text.Json;
using Smss.Abstractions.Texts;
using Smss.Abstractions.Web;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Platform.Web;

/// <summary>What all pages share: the public segments of the enabled modules, and what the chat script needs.</summary>
internal sealed class Site(IEnumerable<Segment> segments, ITexts texts)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] ChatTexts =
    [
        "title", "listLabel", "you", "bot", "machine", "privacy", "placeholder", "send", "sending", "retry", "typing", "offline", "fresh",
        "newMessages", "left", "restart", "restartSure", "choices", "languages",
    ];

    public IReadOnlyList<Segment> Segments { get; } = [.. segments.OrderBy(s => s.Order)];

    public static string NameOf(Language language) => language switch
    {
        Language.Uk => "Українська",
        Language.En => "English",
        _ => "Polski",
    };

    /// <summary>Texts of the chat script, as JSON; Razor encodes it for the attribute.</summary>
    public string ChatTextsOf(Language language) =>
        JsonSerializer.Serialize(ChatTexts.ToDictionary(name => name, name => texts.Get(language, "platform.chat." + name, ("n", "{n}"))), Readable);

    /// <summary>The page of each language, for the chat's own language links.</summary>
    public static string ChatLanguages(string path) =>
        JsonSerializer.Serialize(Languages.Spoken.Select(l => new { lang = l.Code(), name = NameOf(l), href = LanguageOf.Path(l, path) }), Readable);
}
