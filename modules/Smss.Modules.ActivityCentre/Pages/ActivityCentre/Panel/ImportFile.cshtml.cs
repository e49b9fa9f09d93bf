using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Import;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>A file of offers or trainings: first what it would do, then exactly that.</summary>
[Authorize("activitycentre.import")]
[RequestSizeLimit(MostBytes * 3)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes * 3)]
internal sealed class ImportFileModel(PanelImport import) : PanelPage
{
    /// <summary>Lines shown of a long report.</summary>
    public const int MostShown = 200;
    private const int MostBytes = 10 * 1024 * 1024;

    [BindProperty(Name = "co")]
    public string? Way { get; set; }

    public Preview? Preview { get; private set; }
    public bool IsDone { get; private set; }

    public FieldView WayField => new("co", T("activitycentre.import.what"))
    {
        Type = "select", Value = Way, Wrong = Wrong("co"),
        Choices = [.. import.Ways.Select(way => ($"{way.Kind}/{way.Format}", T($"activitycentre.import.{way.Kind}.{way.Format}")))],
    };

    public void OnGet() => Title = T("activitycentre.import");

    public async Task OnPostAsync(IFormFile? plik, CancellationToken cancellation)
    {
        Title = T("activitycentre.import");
        ModelState.Clear();
        (string kind, string format) = import.Ways.FirstOrDefault(way => $"{way.Kind}/{way.Format}" == Way);
        if (kind is null) Refuse("co", "platform.field.choice");
        if (plik is null || plik.Length == 0) Refuse("plik", "activitycentre.import.no-file");
        else if (plik.Length > MostBytes) Refuse("plik", "activitycentre.import.large", ("most", MostBytes / 1024 / 1024));
        if (!ModelState.IsValid) return;
        using var content = new MemoryStream();
        await plik!.CopyToAsync(content, cancellation);
        Preview = await import.LookAsync(Me, kind!, format, content.ToArray(), cancellation);
    }

    public async Task OnPostApplyAsync(Guid plik, string? skrot, CancellationToken cancellation)
    {
        Title = T("activitycentre.import");
        ModelState.Clear();
        if (await import.ApplyAsync(Me, plik, skrot ?? "", cancellation) is not { } answer) Refuse("", "activitycentre.import.gone");
        else
        {
            (IsDone, Preview) = answer;
            if (!IsDone) Refuse("", "activitycentre.import.changed-meanwhile");
        }
    }
}
