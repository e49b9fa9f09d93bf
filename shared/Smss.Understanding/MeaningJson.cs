using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Smss.Understanding;

/// <summary>A meaning as the one JSON line the <c>understand</c> command prints.</summary>
public static class MeaningJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without an end of line.</summary>
    public static string Line(string text, Meaning meaning)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(meaning);
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Readable)) Write(json, text, meaning);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the object to a writer that is already open.</summary>
    public static void Write(Utf8JsonWriter json, string text, Meaning meaning)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(meaning);
        json.WriteStartObject();
        json.WriteString("text", text);
        json.WriteString("language", meaning.Language.Code());
        json.WriteString("intent", meaning.Intent);
        json.WriteNumber("confidence", Rounded(meaning.Confidence));
        json.WriteStartObject("slots");
        WriteSlots(json, meaning.Asked);
        json.WriteEndObject();
        json.WriteStartArray("alternatives");
        foreach (IntentScore other in meaning.Alternatives) WriteAlternative(json, other);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAlternative(Utf8JsonWriter json, IntentScore other)
    {
        json.WriteStartObject();
        json.WriteString("intent", other.Intent);
        json.WriteNumber("confidence", Rounded(other.Confidence));
        json.WriteEndObject();
    }

    private static void WriteSlots(Utf8JsonWriter json, Slots slots)
    {
        foreach ((string name, string value) in slots.Words()) json.WriteString(name, value);
        if (slots.Date is { } date) WriteDate(json, date);
        if (slots.Free) json.WriteBoolean("free", true);
        if (slots.Ordinal is { } ordinal) json.WriteNumber("ordinal", ordinal);
        if (slots.Price is { } price) json.WriteNumber("price", price);
    }

    private static void WriteDate(Utf8JsonWriter json, DayRange date)
    {
        json.WriteStartObject("date");
        json.WriteString("from", date.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("to", date.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static decimal Rounded(double confidence) => Math.Round((decimal)confidence, 4);
}
