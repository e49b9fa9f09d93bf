using System.Text.RegularExpressions;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Understanding;

namespace Smss.Conversation.Forms;

/// <summary>A correction of an answer given before.</summary>
/// <param name="Field">What to change.</param>
/// <param name="Value">The new answer; null when it is still to be asked.</param>
/// <param name="Explicit">Whether the message says "change".</param>
internal sealed record Correction(Field Field, string? Value, bool Explicit);

/// <summary>Tells "zmień tytuł na Ławka" and "tytuł: Ławka" from an answer, by the fields' names in all three languages.</summary>
internal sealed partial class Corrections(ITexts texts)
{
    public Correction? Find(Form form, string text)
    {
        Match change = Change().Match(text);
        string rest = change.Success ? text[change.Length..].Trim() : text;
        Match parts = change.Success ? WithTo().Match(rest) : WithColon().Match(rest);
        if (parts.Success && FieldNamed(form, parts.Groups["name"].Value) is { } field)
            return new Correction(field, parts.Groups["value"].Value.Trim(), change.Success);
        return change.Success && FieldNamed(form, rest) is { } asked ? new Correction(asked, null, true) : null;
    }

    /// <summary>The field whose name the words begin with or are, whatever the language.</summary>
    public Field? FieldNamed(Form form, string words)
    {
        string folded = Folding.Fold(words).Trim(' ', '.', '!', '?', ':');
        if (folded.Length is 0 or > 40) return null;
        return form.Fields.FirstOrDefault(f => Languages.Spoken.Any(language => NamesOf(form, f, language).Any(name => Names(folded, name))));
    }

    private IEnumerable<string> NamesOf(Form form, Field field, Language language) =>
        texts.Get(language, $"{form.Id}.{field.Id}.names").Split('|').Select(Folding.Fold);

    /// <summary>Inflected names share their beginning: "miejsca" names "miejsce".</summary>
    private static bool Names(string folded, string name) =>
        folded.Split(' ').Any(word => word == name || (name.Length >= 5 && word.Length >= name.Length - 1 && word.Length <= name.Length + 3 && word.StartsWith(name[..^1], StringComparison.Ordinal)))
        || (name.Contains(' ', StringComparison.Ordinal) && folded.StartsWith(name[..^1], StringComparison.Ordinal));

    [GeneratedRegex(@"^\s*(?:(?:proszę|prosze|please|будь ласка)[\s,]+)?(?:zmie[nń]|popraw|zamie[nń]|poprawka|chc[eę] zmieni[cć]|chc[eę] poprawi[cć]|change|correct|edit|зміни(?:ти)?|заміни(?:ти)?|виправ(?:ити)?|поміняй(?:те)?|хочу змінити)\b[\s,:]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Change();

    [GeneratedRegex(@"^(?<name>.{2,40}?)(?:\s+(?:na|to|на)\s+|\s*[:=]\s*)(?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex WithTo();

    [GeneratedRegex(@"^(?<name>[^:\n]{2,40}?)(?:\s+(?:jest inn[ya]|is different|інш(?:ий|а|е)))?\s*:\s*(?<value>.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex WithColon();
}
