using System.Text.Json;
using System.Text.RegularExpressions;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Host.Tests.Texts;

/// <summary>Every text is there in three languages, with the same places to fill and the plural forms of its language.</summary>
public sealed partial class TextTests
{
    public static IEnumerable<TheoryDataRow<string>> Everybody => AllModules.WithPlatform.Select(m => new TheoryDataRow<string>(m.Id));

    [Theory, MemberData(nameof(Everybody))]
    public void A_text_exists_in_every_language_alike(string id)
    {
        ModuleEntry module = AllModules.WithPlatform.Single(m => m.Id == id);
        Dictionary<string, string> polish = Read(module, Language.Pl);
        Assert.NotEmpty(polish);
        foreach (Language language in Languages.Spoken)
        {
            Dictionary<string, string> texts = Read(module, language);
            Assert.Equal(polish.Keys.Order(), texts.Keys.Order());
            Assert.All(texts, text => Assert.Equal((text.Key, polish[text.Key]), (text.Key, text.Value)));
        }
    }

    [Theory, MemberData(nameof(Everybody))]
    public void A_text_is_written_with_care(string id)
    {
        ModuleEntry module = AllModules.WithPlatform.Single(m => m.Id == id);
        foreach (Language language in Languages.Spoken)
            foreach ((string key, string text) in Raw(module, language).SelectMany(p => Forms(p.Value).Select(f => (p.Name, f.Text))))
            {
                Assert.True(text.Trim() == text && text.Length > 0, $"{language} {key} is empty or has blanks around it.");
                Assert.False(text.Contains("  ", StringComparison.Ordinal) || text.Contains('\t'), $"{language} {key} has blanks in a row.");
                Assert.False(language == Language.Uk && Regex.IsMatch(text, "[ыэёъ]"), $"{language} {key} has Russian letters: {text}");
                Assert.False(language == Language.Pl && GenderedPolish().IsMatch(text), $"{language} {key} guesses somebody's gender: {text}");
            }
    }

    /// <summary>Keys with what must be alike in all languages: whether it has plural forms, and the places to fill.</summary>
    private static Dictionary<string, string> Read(ModuleEntry module, Language language) =>
        Raw(module, language).ToDictionary(p => p.Name, p =>
        {
            (string Form, string Text)[] forms = [.. Forms(p.Value)];
            bool plural = p.Value.ValueKind == JsonValueKind.Object;
            string[] wanted = plural ? language == Language.En ? ["one", "other"] : ["few", "many", "one"] : [""];
            Assert.True(wanted.SequenceEqual(forms.Select(f => f.Form).Order()), $"{language} {p.Name} has the forms {string.Join(", ", forms.Select(f => f.Form))}");
            return (plural ? "plural " : "") + string.Join(' ', forms.SelectMany(f => Place().Matches(f.Text).Select(m => m.Groups[1].Value)).Where(n => !plural || n != "count").Distinct().Order());
        });

    private static List<JsonProperty> Raw(ModuleEntry module, Language language)
    {
        using Stream? file = module.Assembly.GetManifestResourceStream($"{module.Assembly.GetName().Name}.Texts.{language.Code()}.json");
        Assert.True(file is not null, $"{module.Id} has no texts in {language}.");
        return [.. JsonDocument.Parse(file).RootElement.EnumerateObject()];
    }

    private static IEnumerable<(string Form, string Text)> Forms(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? [("", value.GetString()!)] : value.EnumerateObject().Select(f => (f.Name, f.Value.GetString()!));

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Place();

    /// <summary>"zgłosiłeś", "byłaś": a past tense said to somebody.</summary>
    [GeneratedRegex(@"\w(łeś|łaś|łbyś|łabyś)\b")]
    private static partial Regex GenderedPolish();
}
