using System.Reflection;
using System.Text.Json;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Platform.Plugins;

/// <summary>Texts and examples of a plugin, looked at before anything shows them.</summary>
internal static class PluginTexts
{
    private const int MostExamples = 5_000;

    /// <exception cref="PluginFault">A text is missing in a language, belongs to somebody else, or there are too many examples.</exception>
    public static void Check(ModuleEntry module, IEnumerable<string> shown)
    {
        Dictionary<Language, HashSet<string>> keys = Languages.Spoken.ToDictionary(l => l, l => Keys(module, l));
        HashSet<string> all = [.. keys.Values.SelectMany(k => k), .. shown];
        foreach ((Language language, HashSet<string> there) in keys)
            if (all.FirstOrDefault(k => !there.Contains(k)) is { } missing) throw new PluginFault("platform.plugin.text-missing", $"{missing} ({language.Code()})");
        if (all.FirstOrDefault(k => !k.StartsWith(module.Id + ".", StringComparison.Ordinal)) is { } foreign) throw new PluginFault("platform.plugin.text-foreign", foreign);
        if (Examples(module.Assembly) > MostExamples) throw new PluginFault("platform.plugin.examples", $"{MostExamples}");
    }

    private static HashSet<string> Keys(ModuleEntry module, Language language)
    {
        using Stream? file = module.Assembly.GetManifestResourceStream($"{module.Assembly.GetName().Name}.Texts.{language.Code()}.json");
        if (file is null) return [];
        try
        {
            using JsonDocument json = JsonDocument.Parse(file);
            string[] forms = language == Language.En ? ["one", "other"] : ["one", "few", "many"];
            return [.. json.RootElement.EnumerateObject().Select(p => IsText(p.Value, forms) ? p.Name : throw new PluginFault("platform.plugin.text-wrong", $"{p.Name} ({language.Code()})"))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new PluginFault("platform.plugin.text-wrong", language.Code(), e.Message);
        }
    }

    private static bool IsText(JsonElement value, string[] forms) => value.ValueKind switch
    {
        JsonValueKind.String => true,
        JsonValueKind.Object => Array.TrueForAll(forms, f => value.TryGetProperty(f, out JsonElement text) && text.ValueKind == JsonValueKind.String),
        _ => false,
    };

    private static int Examples(Assembly assembly)
    {
        int lines = 0;
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Utterances.", StringComparison.Ordinal)))
        {
            using var content = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (lines <= MostExamples && content.ReadLine() is not null) lines++;
        }
        return lines;
    }
}
