namespace Smss.Abstractions.Modules;

/// <summary>Work at fixed times. Runs in a scope of its own, never twice at once.</summary>
public interface IModuleJob
{
    /// <summary>Does the work; idempotent, because a crash may repeat it.</summary>
    Task RunAsync(CancellationToken cancellation);
}

/// <summary>Sample rows of a module, stored as offsets from today, marked as sample wherever they are shown.</summary>
public interface ISampleData
{
    /// <summary>Adds missing rows and moves those nobody edited to <paramref name="today"/>; idempotent.</summary>
    Task RollAsync(DateOnly today, CancellationToken cancellation);
}

/// <summary>A kind of rows that the <c>import</c> command reads from a file.</summary>
public interface IImport
{
    /// <summary>Word on the command line: <c>offers</c>, <c>trainings</c>.</summary>
    string Kind { get; }

    /// <summary>Formats it can read (<c>csv</c>, <c>cbop</c>); the first is the default.</summary>
    IReadOnlyList<string> Formats { get; }

    /// <summary>Reads the file; writes everything in one transaction, or nothing when a line is wrong or it is a dry run.</summary>
    Task<ImportReport> RunAsync(Stream file, string format, bool dryRun, CancellationToken cancellation);
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Added">New rows.</param>
/// <param name="Changed">Rows known before whose content differs.</param>
/// <param name="Unchanged">Rows known before, alike.</param>
/// <param name="Drafts">Of the rows added or changed: those that staff must complete before anyone sees them.</param>
/// <param name="Problems">What is wrong, by line; any error stops the whole import.</param>
/// <param name="Changes">One line for each row that is added or changed, for the dry run.</param>
public sealed record ImportReport(
    int Added, int Changed, int Unchanged, int Drafts, IReadOnlyList<ImportProblem> Problems, IReadOnlyList<string> Changes);

/// <summary>Something wrong in an imported file.</summary>
/// <param name="Line">Line of the file, from 1; 0 for the file as a whole.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="IsError">False for a warning, which does not stop the import.</param>
public sealed record ImportProblem(int Line, string Message, bool IsError);
