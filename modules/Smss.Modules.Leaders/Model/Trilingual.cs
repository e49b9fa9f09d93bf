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

    public static string Write(Trilingual words) => JsonSerializer.Serialize(words, JsonSerializerOptions.Web);

    public static Trilingual Read(string json) => JsonSerializer.Deserialize<Trilingual>(json, JsonSerializerOptions.Web)!;
}
