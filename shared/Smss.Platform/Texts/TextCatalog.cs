using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Smss.Abstractions;
using Smss.Abstractions.Texts;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Platform.Texts;

/// <summary>Texts of the platform and the enabled modules.</summary>
internal sealed class TextCatalog : ITexts
{
    private readonly Dictionary<(Language, string), Text> _texts = [];
    private readonly CityClock _clock;

    public TextCatalog(ModuleCatalog modules, CityClock clock)
    {
        _clock = clock;
        foreach (ModuleEntry module in modules.Enabled)
            foreach (Language language in Languages.Spoken) Load(module, language);
    }

    /// <summary>Keys of a language, for the test that all three are complete.</summary>
    public IEnumerable<string> Keys(Language language) => _texts.Keys.Where(k => k.Item1 == language).Select(k => k.Item2);

    public bool Has(string key) => _texts.ContainsKey((Language.Pl, key));

    public string Get(Language language, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_texts.TryGetValue((language, key), out Text? text)) throw new KeyNotFoundException($"No text \"{key}\" in {language.Code()}.");
        return Fill(text.For(language, values), language, values);
    }

    private void Load(ModuleEntry module, Language language)
    {
        string name = $"{module.Assembly.GetName().Name}.Texts.{language.Code()}.json";
        using Stream? file = module.Assembly.GetManifestResourceStream(name);
        if (file is null) return;
        using JsonDocument document = JsonDocument.Parse(file);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
        {
            if (!property.Name.StartsWith(module.Id + ".", StringComparison.Ordinal))
                throw new InvalidOperationException($"{name}: \"{property.Name}\" must begin with \"{module.Id}.\".");
            _texts.Add((language, property.Name), Text.Read(property.Value));
        }
    }

    private string Fill(string pattern, Language language, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal)) return pattern;
        var filled = new StringBuilder(pattern.Length + 32);
        int at = 0;
        while (pattern.IndexOf('{', at) is var open and >= 0 && pattern.IndexOf('}', open) is var close and > 0)
        {
            filled.Append(pattern, at, open - at);
            filled.Append(Value(pattern.AsSpan(open + 1, close - open - 1), language, values));
            at = close + 1;
        }
        return filled.Append(pattern, at, pattern.Length - at).ToString();
    }

    private string Value(ReadOnlySpan<char> place, Language language, ReadOnlySpan<(string Name, object? Value)> values)
    {
        int colon = place.IndexOf(':');
        ReadOnlySpan<char> name = colon < 0 ? place : place[..colon];
        ReadOnlySpan<char> form = colon < 0 ? "" : place[(colon + 1)..];
        foreach ((string given, object? value) in values)
            if (name.SequenceEqual(given)) return Say(value, form, language);
        throw new KeyNotFoundException($"No value for {{{place}}}.");
    }

    private string Say(object? value, ReadOnlySpan<char> form, Language language) => value switch
    {
        null => "",
        DateOnly day => form switch
        {
            "on" => Spoken.OnDay(language, day, _clock.Today),
            "long" => Spoken.LongDay(language, day, _clock.Today),
            _ => Spoken.Day(language, day, _clock.Today),
        },
        TimeOnly time => Spoken.Time(time),
        IFormattable number => number.ToString(null, Spoken.Culture(language)),
        _ => value.ToString() ?? "",
    };

    /// <summary>One text, or its plural forms.</summary>
    private sealed record Text(string? Only, FrozenDictionary<string, string>? Plurals)
    {
        public static Text Read(JsonElement json) => json.ValueKind == JsonValueKind.String
            ? new Text(json.GetString(), null)
            : new Text(null, json.EnumerateObject().ToFrozenDictionary(p => p.Name, p => p.Value.GetString()!));

        public string For(Language language, ReadOnlySpan<(string Name, object? Value)> values)
        {
            if (Only is not null) return Only;
            foreach ((string name, object? value) in values)
                if (name == "count") return Plurals![Spoken.PluralOf(language, Convert.ToInt64(value, CultureInfo.InvariantCulture))];
            throw new KeyNotFoundException("A text with plural forms needs a value called count.");
        }
    }
}
