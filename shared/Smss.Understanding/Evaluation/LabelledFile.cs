using System.Globalization;
using System.Text.Json;

namespace Smss.Understanding;

/// <summary>Labelled messages as a file: one <c>{"text":"…","language":"pl","intent":"jobs.search","slots":{"place":"Zakrzów"}}</c> a line.</summary>
public static class LabelledFile
{
    /// <summary>Reads a file; empty lines are skipped, a missing "slots" means that slots are not judged.</summary>
    /// <exception cref="FormatException">A line is not as it should be; the message names the file and the line.</exception>
    public static IReadOnlyList<Labelled> Read(string name, TextReader content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var messages = new List<Labelled>();
        for (int number = 1; content.ReadLine() is { } line; number++)
        {
            if (line.Trim().Length == 0) continue;
            try
            {
                messages.Add(Parse(line));
            }
            catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
            {
                throw new FormatException($"{name}, line {number}: {e.Message}", e);
            }
        }
        return messages;
    }

    private static Labelled Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        Slots? slots = null;
        if (root.TryGetProperty("slots", out JsonElement named))
        {
            slots = new Slots();
            foreach (JsonProperty slot in named.EnumerateObject()) slots = With(slots, slot.Name, slot.Value);
        }
        return new Labelled(Text(root, "text"), Languages.Of(Text(root, "language")), Text(root, "intent"), slots);
    }

    private static Slots With(Slots slots, string name, JsonElement value) => name switch
    {
        "occupation" => slots with { Occupation = value.GetString() },
        "place" => slots with { Place = value.GetString() },
        "contract" => slots with { Contract = value.GetString() },
        "experience" => slots with { Experience = value.GetString() },
        "employer" => slots with { Employer = value.GetString() },
        "topic" => slots with { Topic = value.GetString() },
        "indicator" => slots with { Indicator = value.GetString() },
        "date" => slots with { Date = new DayRange(Day(value, "from"), Day(value, "to")) },
        "time" => slots with { Time = value.GetString() },
        "free" => slots with { Free = value.GetBoolean() },
        "number" => slots with { Number = value.GetString() },
        "ordinal" => slots with { Ordinal = value.GetInt32() },
        "phone" => slots with { Phone = value.GetString() },
        "email" => slots with { Email = value.GetString() },
        "price" => slots with { Price = value.GetInt32() },
        _ => throw new FormatException($"there is no slot \"{name}\""),
    };

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out JsonElement value) && value.GetString() is { } text ? text : throw new FormatException($"\"{name}\" is missing");

    private static DateOnly Day(JsonElement of, string name) => DateOnly.ParseExact(Text(of, name), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
