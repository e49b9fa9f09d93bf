namespace Smss.Abstractions.Modules;

/// <summary>
/// One kind of data that a module keeps about residents: why, how long, how it is copied and how it is forgotten. The page
/// "co o Tobie wiemy", the copy a resident asks for, the erasure and the nightly clean-up are made from nothing else.
/// Texts follow from the id: <c>&lt;id&gt;</c> (its name), <c>&lt;id&gt;.what</c>, <c>&lt;id&gt;.why</c>,
/// <c>&lt;id&gt;.kept</c> (from when the days count, "od ostatniej wiadomości"; without days, until when),
/// <c>&lt;id&gt;.erased</c> (what becomes of it after "usuń moje dane": what goes, what stays and which duty keeps it),
/// and <c>&lt;id&gt;.&lt;field&gt;</c> for each field of the copy.
/// </summary>
public interface IPersonalData
{
    /// <summary>Begins with the module's id and <c>data</c> (<c>initiatives.data.filed</c>).</summary>
    string Id { get; }

    /// <summary>Why it may be kept.</summary>
    LegalBasis Basis { get; }

    /// <summary>Whole days until <see cref="ForgetAsync"/> takes it away; null when something else ends it.</summary>
    int? Days { get; }

    /// <summary>Everything of this kind held about a resident, oldest first (GDPR art. 15 and 20). Reads only.</summary>
    Task<IReadOnlyList<PersonalRecord>> ExportAsync(string residentId, CancellationToken cancellation);

    /// <summary>
    /// Forgets a resident (GDPR art. 17): deletes what is theirs, cuts the tie to what must stay. Runs in a transaction of its
    /// own within seconds of the resident's word; when it throws, it is tried again until it returns, so it is idempotent.
    /// </summary>
    Task EraseAsync(string residentId, CancellationToken cancellation);

    /// <summary>Forgets what is older than its days, every night, in short transactions between those of the chat.</summary>
    /// <param name="before">UTC; what ended before has been kept long enough.</param>
    /// <param name="most">Most rows to touch at once.</param>
    /// <param name="cancellation">Ends the wait for the database.</param>
    /// <returns>True when there may be more: it is called again.</returns>
    Task<bool> ForgetAsync(DateTimeOffset before, int most, CancellationToken cancellation);
}

/// <summary>Why data may be kept (GDPR art. 6 (1)).</summary>
public enum LegalBasis
{
    /// <summary>A task of the municipality in the public interest: (e).</summary>
    PublicTask,

    /// <summary>The resident agreed and may withdraw at any moment: (a).</summary>
    Consent,

    /// <summary>A law obliges the municipality: (c).</summary>
    LegalDuty,
}

/// <summary>One thing held about a resident.</summary>
/// <param name="At">When it came about, UTC; null when that is not kept.</param>
/// <param name="Fields">What is held, in the order to show it; empty ones are left out.</param>
public sealed record PersonalRecord(DateTimeOffset? At, params IReadOnlyList<PersonalField> Fields);

/// <summary>One value of a record.</summary>
/// <param name="Name">Key in the copy's JSON; <c>&lt;kind&gt;.&lt;name&gt;</c> is the text of its label.</param>
/// <param name="Value">As it is stored; shown as text, never as markup. Null or empty: not held.</param>
public sealed record PersonalField(string Name, string? Value);
