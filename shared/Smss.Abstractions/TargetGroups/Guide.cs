using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Smss.Understanding;

namespace Smss.Abstractions.TargetGroups;

/// <summary>
/// What a target group should know about one subject, as a data file <c>Guide/&lt;subject&gt;.json</c> embedded in the module. Facts
/// change: each file says of which day they are, and where they come from.
/// </summary>
/// <example><code>
/// { "checkedOn": "2026-11-28", "source": "…", "facts": { "pl": ["…"], "uk": ["…"], "en": ["…"] },
///   "ask": { "pl": "Zapytaj w …", "uk": "…", "en": "…" } }
/// </code></example>
public sealed record Guide
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Day on which a person checked the facts, local; the day of the source where nobody did; null when that has none, and residents are told so.</summary>
    public required DateOnly? CheckedOn { get; init; }

    /// <summary>Where they come from, as it is told to residents.</summary>
    public required string Source { get; init; }

    /// <summary>After so many days a resident is told that the facts may be out of date.</summary>
    public int StaleAfterDays { get; init; } = 180;

    /// <summary>The facts, by language code (<c>pl</c>, <c>uk</c>, <c>en</c>), one short sentence each.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Facts { get; init; }

    /// <summary>Who knows what is not certain here, by language code.</summary>
    public required IReadOnlyDictionary<string, string> Ask { get; init; }

    /// <summary>Whether it was checked too long ago, or nobody knows when.</summary>
    /// <param name="today">Local day of the city.</param>
    public bool IsStale(DateOnly today) => CheckedOn is not { } day || day.AddDays(StaleAfterDays) < today;

    /// <summary>All guides of a module, by subject.</summary>
    /// <exception cref="FormatException">A file cannot be read, or lacks a language; the message names it.</exception>
    internal static SortedDictionary<string, Guide> In(Assembly module)
    {
        var guides = new SortedDictionary<string, Guide>(StringComparer.Ordinal);
        string prefix = module.GetName().Name + ".Guide.";
        foreach (string name in module.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal)))
            guides.Add(name[prefix.Length..^".json".Length], Read(module, name));
        return guides;
    }

    private static Guide Read(Assembly module, string name)
    {
        using Stream file = module.GetManifestResourceStream(name)!;
        try
        {
            Guide guide = JsonSerializer.Deserialize<Guide>(file, Json) ?? throw new JsonException("null");
            foreach (string language in Languages.Spoken.Select(l => l.Code()))
                if (!guide.Facts.TryGetValue(language, out IReadOnlyList<string>? facts) || facts.Count == 0 || !guide.Ask.ContainsKey(language))
                    throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"facts or ask lack \"{language}\""));
            return guide;
        }
        catch (JsonException e)
        {
            throw new FormatException($"{name}: {e.Message}", e);
        }
    }
}
