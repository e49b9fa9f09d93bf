using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Modules;
using Smss.Platform.Hosting;
using Smss.Platform.Modules;

namespace Smss.Platform.Commands;

/// <summary><c>import offers FILE [--format cbop] [--dry-run]</c>: says what would change, by line what is wrong, and never imports half.</summary>
internal static class ImportCommand
{
    private const string Usage = "import KIND FILE [--format NAME] [--dry-run]";

    public static async Task<int> RunAsync(string[] args)
    {
        bool dryRun = args.Contains("--dry-run");
        int formatAt = Array.IndexOf(args, "--format");
        string? format = formatAt >= 0 && formatAt + 1 < args.Length ? args[formatAt + 1] : null;
        string[] words = [.. args.Where((a, i) => !a.StartsWith("--", StringComparison.Ordinal) && (formatAt < 0 || i != formatAt + 1))];
        string[] settings = [.. args.Where(a => a.StartsWith("--", StringComparison.Ordinal) && a.Contains('=', StringComparison.Ordinal))];
        await using WebApplication app = SmssHost.Build(settings);
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        IImport[] kinds = [.. app.Services.GetServices<ImportRegistration>().Select(r => (IImport)scope.ServiceProvider.GetRequiredService(r.Import))];
        string known = string.Join("; ", kinds.Select(k => $"{k.Kind} ({string.Join(", ", k.Formats)})"));
        if (words is not [var kind, var path]) return HostCommands.Say($"{Usage}. Kinds and formats: {known}.", 2);
        if (kinds.FirstOrDefault(k => k.Kind == kind) is not { } import) return HostCommands.Say($"\"{kind}\" cannot be imported. Kinds and formats: {known}.", 2);
        format ??= import.Formats[0];
        if (!import.Formats.Contains(format)) return HostCommands.Say($"\"{format}\" is no format of {kind}: {string.Join(", ", import.Formats)}.", 2);
        if (!File.Exists(path)) return HostCommands.Say($"There is no file {path}.", 2);
        await SmssHost.MigrateAsync(app);
        await using FileStream file = File.OpenRead(path);
        return Tell(await import.RunAsync(file, format, dryRun, CancellationToken.None), dryRun);
    }

    private static int Tell(ImportReport report, bool dryRun)
    {
        foreach (string change in report.Changes) Console.WriteLine(change);
        foreach (ImportProblem problem in report.Problems)
            Console.Error.WriteLine($"line {problem.Line}: {(problem.IsError ? "error" : "note")}: {problem.Message}");
        bool failed = report.Problems.Any(p => p.IsError);
        string verb = failed ? "Nothing was imported: mend the lines above." : dryRun ? "Dry run, nothing was written." : "Imported.";
        Console.WriteLine($"{verb} {report.Added} new, {report.Changed} changed, {report.Unchanged} unchanged, {report.Drafts} of them drafts for staff.");
        return failed ? 1 : 0;
    }
}
