namespace Smss.Abstractions.Web;

/// <summary>One field of a form of the panel, as the partial view <c>_Field</c> shows it.</summary>
/// <param name="Name">Its name in the form and its id on the page.</param>
/// <param name="Label">Finished text.</param>
public sealed record FieldView(string Name, string Label)
{
    /// <summary>Type of the input, or <c>textarea</c>, <c>select</c>, <c>checkbox</c>.</summary>
    public string Type { get; init; } = "text";
    /// <summary>What stands in it; <c>true</c> is a ticked box.</summary>
    public string? Value { get; init; }
    /// <summary>Finished text that helps before typing.</summary>
    public string? Hint { get; init; }
    /// <summary>Finished text: what is wrong.</summary>
    public string? Wrong { get; init; }
    /// <summary>What the row says now, finished text, when somebody changed it while this was typed.</summary>
    public string? Now { get; init; }
    /// <summary>What the browser may fill in.</summary>
    public string Autocomplete { get; init; } = "off";
    /// <summary>Most characters it takes.</summary>
    public int Longest { get; init; } = 128;
    /// <summary>Words of people, not a name or a code: the browser may correct them.</summary>
    public bool IsProse { get; init; }
    /// <summary>What a <c>select</c> offers: values with their finished texts.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices { get; init; } = [];

    /// <summary>Ids of what explains the field to a screen reader.</summary>
    public string? DescribedBy
    {
        get
        {
            string ids = string.Join(' ', new[] { Wrong is null ? null : Name + "-wrong", Now is null ? null : Name + "-now", Hint is null ? null : Name + "-hint" }.OfType<string>());
            return ids.Length == 0 ? null : ids;
        }
    }
}
