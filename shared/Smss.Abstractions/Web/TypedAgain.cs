using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Smss.Abstractions.Web;

/// <summary>
/// Puts back into the fields of a form what was typed before the session ended. Every page that takes in the tag helpers of
/// this assembly has it; nothing is to be written for it.
/// </summary>
[HtmlTargetElement("input", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("textarea", Attributes = "name")]
[HtmlTargetElement("select", Attributes = "name")]
[HtmlTargetElement("option")]
public sealed class TypedAgain : TagHelper
{
    private static readonly object Key = new();

    /// <summary>The view in which the field stands.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override int Order => int.MaxValue;

    /// <summary>Whether a page shows a form that came back from sign-in.</summary>
    public static bool IsOn(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items.ContainsKey(Key);
    }

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (!ViewContext.HttpContext.Items.TryGetValue(Key, out object? found)) return;
        var typed = (Typed)found!;
        if (output.TagName == "option") await ChooseAsync(context, output);
        else if (output.TagName == "select") context.Items[Key] = typed.All(Name(output));
        else if (output.TagName == "textarea" && typed.Next(Name(output)) is { } text) output.Content.SetContent("\n" + text);
        else if (output.TagName == "input") Fill(output, typed);
    }

    /// <summary>What came back of one field; null when nothing did.</summary>
    internal static string? Of(HttpContext context, string name) =>
        context.Items.TryGetValue(Key, out object? found) && ((Typed)found!).All(name) is [var value, ..] ? value : null;

    internal static void Put(HttpContext context, IReadOnlyDictionary<string, string[]> fields) => context.Items[Key] = new Typed(fields);

    private static void Fill(TagHelperOutput output, Typed typed)
    {
        string type = Text(output.Attributes["type"]), name = Name(output);
        if (type is "checkbox" or "radio")
        {
            output.Attributes.RemoveAll("checked");
            if (typed.All(name).Contains(Text(output.Attributes["value"]) is { Length: > 0 } value ? value : "on"))
                output.Attributes.SetAttribute("checked", "checked");
        }
        else if (type is not ("file" or "submit" or "password") && typed.Next(name) is { } text) output.Attributes.SetAttribute("value", text);
    }

    private static async Task ChooseAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!context.Items.TryGetValue(Key, out object? found) || found is not string[] chosen) return;
        string value = output.Attributes.ContainsName("value") ? Text(output.Attributes["value"]) : (await output.GetChildContentAsync()).GetContent().Trim();
        output.Attributes.RemoveAll("selected");
        if (chosen.Contains(value)) output.Attributes.SetAttribute("selected", "selected");
    }

    private static string Name(TagHelperOutput output) => Text(output.Attributes["name"]);

    /// <summary>An attribute's value as it was meant: in the view it stands encoded.</summary>
    private static string Text(TagHelperAttribute? attribute)
    {
        if (attribute?.Value is not Microsoft.AspNetCore.Html.IHtmlContent html) return attribute?.Value?.ToString() ?? "";
        using var text = new StringWriter();
        html.WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
        return System.Net.WebUtility.HtmlDecode(text.ToString());
    }

    /// <summary>What was typed, by field; fields of one name are filled in their order.</summary>
    private sealed class Typed(IReadOnlyDictionary<string, string[]> fields)
    {
        private readonly Dictionary<string, int> _taken = [];

        public string[] All(string name) => fields.GetValueOrDefault(name) ?? [];

        public string? Next(string name)
        {
            int taken = _taken.GetValueOrDefault(name);
            _taken[name] = taken + 1;
            return All(name).ElementAtOrDefault(taken);
        }
    }
}
