using System.Net;
using System.Text.RegularExpressions;

namespace Smss.Host.Tests.Privacy;

/// <summary>Follows the links of a site and sends every form it meets, with given words in every field that can be typed into.</summary>
internal sealed partial class FormCrawler(Func<string, Task<HttpResponseMessage>> get, Func<string, (string, string)[], Task<HttpResponseMessage>> post, string words)
{
    private const int MostPages = 120;
    private readonly HashSet<string> _met = [];
    private readonly Queue<string> _ahead = [];

    /// <summary>Answers to what was sent, and the errors.</summary>
    public List<(string To, HttpResponseMessage Answer)> Answers { get; } = [];

    /// <summary>Fields that words were put into, by page and name.</summary>
    public HashSet<string> Filled { get; } = [];

    public async Task CrawlAsync(params string[] starts)
    {
        foreach (string start in starts) Meet(start);
        while (_ahead.TryDequeue(out string? page) && _met.Count < MostPages)
        {
            HttpResponseMessage answer = await get(page);
            if ((int)answer.StatusCode >= 400) Answers.Add((page, answer));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            string html = await answer.Content.ReadAsStringAsync();
            foreach (Match link in Link().Matches(html)) Meet(WebUtility.HtmlDecode(link.Groups[1].Value));
            foreach (Match form in Form().Matches(html)) await SendAsync(page, form);
        }
    }

    private void Meet(string path)
    {
        string page = path.Split('#')[0];
        // One of each kind is enough: numbers and ids are alike.
        string kind = AnyId().Replace(page.Split('?')[0], "1");
        if (page.StartsWith('/') && !page.Contains("wyj", StringComparison.Ordinal) && _met.Add(kind)) _ahead.Enqueue(page);
    }

    private async Task SendAsync(string page, Match form)
    {
        Dictionary<string, string> head = Attributes(form.Groups[1].Value);
        string to = head.GetValueOrDefault("action") is { Length: > 0 } action ? action : page;
        if (to.Contains("wyj", StringComparison.Ordinal)) return;
        (string, string)[] fields = [.. Fields(page, form.Groups[2].Value)];
        if (head.GetValueOrDefault("method", "get").Equals("post", StringComparison.OrdinalIgnoreCase)) Answers.Add((to, await post(to, fields)));
        else Answers.Add((to, await get($"{to.Split('?')[0]}?{string.Join('&', fields.Select(f => $"{f.Item1}={Uri.EscapeDataString(f.Item2)}"))}")));
    }

    private IEnumerable<(string, string)> Fields(string page, string form)
    {
        foreach (Match field in Field().Matches(form))
        {
            Dictionary<string, string> attributes = Attributes(field.Groups[2].Value);
            if (!attributes.TryGetValue("name", out string? name)) continue;
            string type = field.Groups[1].Value == "input" ? attributes.GetValueOrDefault("type", "text") : field.Groups[1].Value;
            if (type is "hidden" or "checkbox" or "radio" or "submit" or "button") yield return (name, attributes.GetValueOrDefault("value", "on"));
            else if (type is "select") yield return (name, Option().Match(form[field.Index..]).Groups[1].Value);
            else
            {
                Filled.Add($"{AnyId().Replace(page, "1")} {name}");
                yield return (name, words);
            }
        }
    }

    private static Dictionary<string, string> Attributes(string tag) =>
        Attribute().Matches(tag).DistinctBy(a => a.Groups[1].Value).ToDictionary(a => a.Groups[1].Value, a => WebUtility.HtmlDecode(a.Groups[2].Value));

    [GeneratedRegex("<a [^>]*href=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<form([^>]*)>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<(input|textarea|select|button)([^>]*)>")]
    private static partial Regex Field();

    [GeneratedRegex("<option[^>]* value=\"([^\"]*)\"")]
    private static partial Regex Option();

    [GeneratedRegex("([\\w-]+)=\"([^\"]*)\"")]
    private static partial Regex Attribute();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+")]
    private static partial Regex AnyId();
}
