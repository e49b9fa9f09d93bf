using Smss.Abstractions;
using Smss.Abstractions.Modules;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Import;

/// <summary>Trainings from a file.</summary>
internal sealed class ImportTrainings(ActivityCentreDbContext db, CityClock clock) : IImport
{
    public string Kind => "trainings";

    public IReadOnlyList<string> Formats { get; } = ["csv", "bur"];

    public Task<ImportReport> RunAsync(Stream file, string format, bool dryRun, CancellationToken cancellation) =>
        format == "bur" ? FromBur(file, dryRun, cancellation) : FromSheet(file, dryRun, cancellation);

    private Task<ImportReport> FromSheet(Stream file, bool dryRun, CancellationToken cancellation)
    {
        Sheet sheet = TrainingSheet.Open(file);
        return TakeAsync([.. sheet.Rows.Select(r => TrainingSheet.Read(sheet, r))], Source.Own, sheet.Problems, dryRun, cancellation);
    }

    private Task<ImportReport> FromBur(Stream file, bool dryRun, CancellationToken cancellation)
    {
        var problems = new List<ImportProblem>();
        return TakeAsync(BurFile.Read(file, problems), Source.Bur, problems, dryRun, cancellation);
    }

    private Task<ImportReport> TakeAsync(List<Incoming<Training>> rows, Source source, List<ImportProblem> problems, bool dryRun, CancellationToken cancellation) =>
        new Taking<Training>(db, source, problems).RunAsync(
            rows, id => new Training { Id = clock.NewId(), Title = "", Source = source, ExternalId = id },
            (training, _) => training.Status is not TrainingStatus.Draft || training.Publish(), dryRun, cancellation);
}
