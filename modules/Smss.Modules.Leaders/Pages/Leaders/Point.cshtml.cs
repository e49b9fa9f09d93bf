using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Pages.Leaders;

internal sealed class PointModel(KnownPoints known, HoursWords words, CityClock clock) : PublicPage
{
    private const int DaysShown = 14;

    public Point Point { get; private set; } = null!;
    public DateOnly Today => clock.Today;
    public string Now { get; private set; } = "";
    public IReadOnlyList<SocialLeader> Leaders { get; private set; } = [];
    public IReadOnlyList<DayHours> Days { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if ((await known.AllAsync(cancellation)).FirstOrDefault(p => p.Point.Id == id) is not { } found) return NotFound();
        (Point, Leaders, Title) = (found.Point, found.Leaders, found.Point.Name);
        Now = HoursWords.Sentence(words.Now(Language, found.Schedule, clock.Now));
        Days = [.. found.Schedule.Days(clock.Today, DaysShown)];
        return Page();
    }

    public string HoursOf(DayHours day)
    {
        string hours = day.IsClosed ? T("leaders.page.closed") : words.Hours(Language, day.Hours);
        return words.Why(Language, day) is { } why ? T("leaders.page.why", ("hours", hours), ("why", why)) : hours;
    }
}
