using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Modules.Leaders.Topics;

/// <summary>What a resident asks about points; kept with the points shown, for what they ask next.</summary>
internal sealed record Asked(string Intent, string? Place = null, PointKind? Kind = null, DayRange? Date = null)
{
    private const double Sure = 0.8;

    /// <summary>One point picked from a list.</summary>
    public Guid? Point { get; init; }

    /// <summary>Points of the last answer, in the order shown.</summary>
    public IReadOnlyList<Guid> Shown { get; init; } = [];

    /// <summary>A question that stands alone; the place stays the one spoken of.</summary>
    public static Asked Of(Turn turn, Asked? before)
    {
        Slots slots = turn.Meaning.Slots;
        string intent = PointWords.AsksWhenNext(turn.Text) ? PointsTopic.Hours : turn.Meaning.Intent;
        var asked = new Asked(intent, slots.Place, PointWords.KindIn(turn.Text), slots.Date);
        if (before is not null && asked.Place is null && asked.Kind is null)
            asked = asked with { Place = before.Place, Kind = before.Kind, Point = before.Point };
        return asked.Intent == PointsTopic.Hours ? asked : asked with { Date = asked.Date ?? before?.Date };
    }

    /// <summary>"a w sobotę?", "a na Zakrzowie?", "a kiedy najbliżej?"; null when the message says nothing about points.</summary>
    public Asked? Refine(Turn turn)
    {
        Slots slots = turn.Meaning.Slots;
        PointKind? kind = PointWords.KindIn(turn.Text);
        bool soonest = PointWords.SaysNearest(turn.Text);
        bool says = PointsTopic.Own.Contains(turn.Meaning.Intent) && (turn.Meaning.Confidence >= Sure || !soonest);
        string? intent = slots.Date is not null ? PointsTopic.Hours : says ? turn.Meaning.Intent : soonest ? PointsTopic.Hours : PointWords.IntentIn(turn.Text);
        if (slots.Place is null && kind is null && intent is null) return null;
        bool elsewhere = slots.Place is not null || kind is not null;
        return new Asked(intent ?? Intent, slots.Place ?? Place, elsewhere ? kind : Kind, slots.Date ?? (soonest ? null : Date))
        {
            Point = elsewhere ? null : Point,
        };
    }
}
