using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre;

/// <summary>Search for trainings.</summary>
internal sealed class TrainingsModel(TrainingSearch search) : PublicPage
{
    public string Words { get; private set; } = "";
    public bool FreeOnly { get; private set; }
    public IReadOnlyList<TrainingLine> Trainings { get; private set; } = [];

    public async Task OnGetAsync(string? slowa, bool bezplatne, CancellationToken cancellation)
    {
        Title = T("activitycentre.nav.trainings");
        Words = slowa is { Length: > 200 } ? slowa[..200] : slowa ?? "";
        FreeOnly = bezplatne;
        Trainings = await search.FindAsync([.. Stems.Of(Words).Take(8)], null, bezplatne, null, 100, cancellation);
    }
}
