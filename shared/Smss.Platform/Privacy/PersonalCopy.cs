using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Smss.Abstractions;
using Smss.Abstractions.Modules;

namespace Smss.Platform.Privacy;

/// <summary>Everything held about a resident.</summary>
/// <param name="MadeAt">UTC.</param>
/// <param name="ResidentId">The random name under which it is held.</param>
internal sealed record PersonalCopy(DateTimeOffset MadeAt, string ResidentId, IReadOnlyList<CopiedKind> Kinds);

/// <summary>What is held of one kind.</summary>
/// <param name="Records">Null when the module could not answer just now.</param>
internal sealed record CopiedKind(IPersonalData Kind, IReadOnlyList<PersonalRecord>? Records);

/// <summary>Makes the copy a resident asks for, of all modules and plugins.</summary>
internal sealed class PersonalCopies(KeptData kept, CityClock clock, ILogger<PersonalCopies> log)
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public async Task<PersonalCopy> MakeAsync(string residentId, CancellationToken cancellation)
    {
        var kinds = new List<CopiedKind>();
        foreach (IPersonalData kind in kept.OfResidents) kinds.Add(new CopiedKind(kind, await RecordsAsync(kind, residentId, cancellation)));
        return new PersonalCopy(clock.Now, residentId, kinds);
    }

    /// <summary>The copy as a file for programs: kinds by id, fields by name.</summary>
    public static byte[] ToJson(PersonalCopy copy)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("madeAt", copy.MadeAt);
            json.WriteString("residentId", copy.ResidentId);
            json.WriteStartObject("data");
            foreach (CopiedKind kind in copy.Kinds) Write(json, kind);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, CopiedKind kind)
    {
        if (kind.Records is null)
        {
            json.WriteNull(kind.Kind.Id);
            return;
        }
        json.WriteStartArray(kind.Kind.Id);
        foreach (PersonalRecord record in kind.Records)
        {
            json.WriteStartObject();
            if (record.At is { } at) json.WriteString("at", at);
            foreach (PersonalField field in record.Fields.Where(f => !string.IsNullOrEmpty(f.Value))) json.WriteString(field.Name, field.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    [SuppressMessage("Design", "CA1031", Justification = "A module that fails must not keep the resident from what the others hold.")]
    private async Task<IReadOnlyList<PersonalRecord>?> RecordsAsync(IPersonalData kind, string residentId, CancellationToken cancellation)
    {
        try
        {
            return await kind.ExportAsync(residentId, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError("{Kind} could not be copied: {Error}", kind.Id, e.GetType().Name);
            return null;
        }
    }
}
