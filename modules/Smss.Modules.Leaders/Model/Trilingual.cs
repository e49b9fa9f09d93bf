using System.Text.Json;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Model;

/// <summary>Words written by staff; Polish stands in for a language they left out.</summary>
internal sealed record Trilingual(string Pl, string? Uk = null, string? En = null)
{
    public string In(Language language) => language switch
    {
        Language.Uk => Uk ?? Pl,
        Language.En => En ?? Pl,
        _ => Pl,
    };

    /// <summary>What was written in a language itself.</summary>
    public string? Said(Language language) => language switch { Language.Uk => Uk, Language.En => En, _ => Pl };

    /// <summary>The words with those of one language typed anew; null when nothing is left in any.</summary>
    public static Trilingual? With(Trilingual? words, Language language, string typed)
    {
        Trilingual old = words ?? new Trilingual("");
        string? said = typed.Length == 0 ? null : typed;
        Trilingual now = language switch
        {
            Language.Uk => old with { Uk = said },
            Language.En => old with { En = said },
            _ => old with { Pl = typed },
        };
        return now is { Pl: "", Uk: null, En: null } ? null : now;
    }

    public static string Write(Trilingual words) => JsonSerializer.Serialize(words, JsonSerializerOptions.Web);

    public static Trilingual Read(string json) => JsonSerializer.Deserialize<Trilingual>(json, JsonSerializerOptions.Web)!;
}
