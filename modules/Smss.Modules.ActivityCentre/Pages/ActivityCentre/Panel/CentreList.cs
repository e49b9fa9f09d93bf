using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>One line of a list of the Centre.</summary>
/// <param name="Id">Last part of the path of its form.</param>
/// <param name="Title">As people wrote it.</param>
/// <param name="Standing">Whether residents see it; null for what they never see by itself.</param>
/// <param name="Facts">As people wrote them, or finished text.</param>
/// <param name="IsSample">Made up, and marked so.</param>
internal sealed record CentreLine(Guid Id, string Title, Standing? Standing, IEnumerable<string?> Facts, bool IsSample)
{
    /// <summary>Finished text: what keeps a draft from being published.</summary>
    public IEnumerable<string> Missing { get; init; } = [];
}

/// <summary>What the partial view of the Centre's lists shows.</summary>
internal interface ICentreList
{
    /// <summary>Last part of the path: <c>oferty</c>.</summary>
    string Place { get; }

    /// <summary>What it lists, in text keys: <c>offer</c>.</summary>
    string Kind { get; }

    bool MayAdd { get; }
    IEnumerable<FieldView> Filters { get; }
    IEnumerable<CentreLine> Lines { get; }
}

/// <summary>A list of the Centre: words and standing to ask for, lines with what residents see of them.</summary>
internal abstract class CentreList<TRow>(CityClock clock, string place, string kind, string editing) : PanelList<TRow>, ICentreList
{
    private const int LongestWords = 100;

    [BindProperty(SupportsGet = true, Name = "slowa")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "stan")]
    public string? StandingName { get; set; }

    public string Place => place;
    public string Kind => kind;
    public bool MayAdd => May(editing);
    public IEnumerable<CentreLine> Lines => Found.Select(LineOf);

    public virtual IEnumerable<FieldView> Filters =>
    [
        new("slowa", T("activitycentre.panel.words")) { Type = "search", Value = Asked, Longest = LongestWords },
        Select("stan", "activitycentre.panel.standing", StandingName, Possible.Select(s => (Standings.Name(s), Said(s)))),
    ];

    protected CityClock Clock => clock;

    protected override string FileName => "smss-" + place;

    /// <summary>Words that are looked for.</summary>
    protected string Asked => Words is { Length: > LongestWords } ? Words[..LongestWords] : Words?.Trim() ?? "";

    /// <summary>The same, folded, each on its own.</summary>
    protected string[] AskedWords => Folding.Fold(Asked).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    protected Standing? AskedStanding => Possible.Where(s => Standings.Name(s) == StandingName).Select(s => (Standing?)s).FirstOrDefault();

    /// <summary>What rows of this kind can be.</summary>
    protected abstract IReadOnlyList<Standing> Possible { get; }

    public override Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T($"activitycentre.panel.{kind}s");
        return base.OnGetAsync(cancellation);
    }

    protected abstract CentreLine LineOf(TRow row);

    protected static string? Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    protected string Said(Standing standing) => T(Standings.Key(standing));

    protected FieldView Select(string name, string labelKey, string? value, IEnumerable<(string Value, string Text)> choices) =>
        new(name, T(labelKey)) { Type = "select", Value = value, Choices = [("", T("activitycentre.page.any")), .. choices] };
}
