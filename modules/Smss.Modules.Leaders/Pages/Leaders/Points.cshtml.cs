using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Pages.Leaders;

internal sealed class PointsModel(KnownPoints known, HoursWords words, CityClock clock) : PublicPage
{
    [BindProperty(SupportsGet = true, Name = "miejsce")]
    public string? Place { get; set; }

    public IReadOnlyList<string> Places { get; private set; } = [];

    public IReadOnlyList<(Point Point, string Now)> Found { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("leaders.page.title");
        IReadOnlyList<KnownPoint> all = await known.AllAsync(cancellation);
        Places = [.. all.Select(p => p.Point.Place).Distinct().Order(StringComparer.Create(Abstractions.Texts.Spoken.Culture(Language), false))];
        Found = [.. all.Where(p => string.IsNullOrWhiteSpace(Place) || p.Point.IsAt(Place))
            .Select(p => (p.Point, HoursWords.Sentence(words.Now(Language, p.Schedule, clock.Now))))];
    }
}
