using System.Globalization;
using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>Reads a change of hours back and does it after a yes.</summary>
internal sealed class ChangeHoursForm(HoursWords words) : Form
{
    public const string FormId = "leaders.change";
    private const string Closed = "closed";

    public override string Id => FormId;

    public override IReadOnlyList<Field> Fields => [];

    /// <summary>"Dziś jednak o 16" in place of a yes is another wish.</summary>
    public override bool YieldsTo(Smss.Understanding.Meaning meaning) => meaning.Intent == ChangeHoursTopic.Intent;

    /// <summary>What the topic found out, to be kept until the yes.</summary>
    /// <param name="after">Hours of the day after the change.</param>
    /// <param name="usual">Whether the day becomes like any other.</param>
    public static Dictionary<string, string> Keep(Point point, DayHours before, IReadOnlyList<Interval> after, bool usual, Trilingual? reason) => new()
    {
        ["point"] = point.Name,
        ["seen"] = point.Version.ToString(CultureInfo.InvariantCulture),
        ["day"] = before.Day.ToString("O", CultureInfo.InvariantCulture),
        ["before"] = Written(before.Hours),
        ["hours"] = Written(after),
        ["usual"] = usual ? "yes" : "no",
        ["reason"] = reason is null ? "none" : Trilingual.Write(reason),
    };

    public override string? ReadBack(IReadOnlyDictionary<string, string> answers, Turn turn)
    {
        DateOnly day = DayOf(answers);
        IReadOnlyList<Interval> before = Read(answers["before"]);
        return turn.Get("leaders.change.confirm",
            ("point", answers["point"]),
            ("day", words.Day(turn.Language, new DayHours(day, Read(answers["hours"]), null, null), turn.Today)),
            ("before", before.Count == 0 ? turn.Get("leaders.page.closed") : words.Hours(turn.Language, before)));
    }

    public override void Submit(IReadOnlyDictionary<string, string> answers, Turn turn)
    {
        DateOnly day = DayOf(answers);
        IReadOnlyList<Interval> hours = Read(answers["hours"]);
        Trilingual? reason = answers["reason"] is var why && why == "none" ? null : Trilingual.Read(why);
        var request = new ChangeHours.Request(
            turn.ResidentId, day, answers["usual"] == "yes" ? null : hours, reason, int.Parse(answers["seen"], CultureInfo.InvariantCulture));
        turn.Write(request, (after, outcome) =>
        {
            if (outcome == ChangeHours.Outcome.Done)
                after.Say("leaders.change.done", ("day", HoursWords.Sentence(words.Day(after.Language, new DayHours(day, hours, null, reason), after.Today))))
                    .Offer(after.Get("leaders.change.undo"));
            else after.Say("leaders.change." + outcome.ToString().ToLowerInvariant());
        });
    }

    private static DateOnly DayOf(IReadOnlyDictionary<string, string> answers) => DateOnly.ParseExact(answers["day"], "O", CultureInfo.InvariantCulture);

    private static string Written(IReadOnlyList<Interval> hours) => hours.Count == 0 ? Closed : Interval.WriteList(hours);

    private static IReadOnlyList<Interval> Read(string written) => written == Closed ? [] : Interval.ReadList(written);
}
