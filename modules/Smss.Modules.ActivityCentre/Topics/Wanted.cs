using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>What was asked of trainings or events; what a later message names replaces or adds.</summary>
internal sealed record Wanted(string? Topic, string? Place, bool Free, DayRange? Days, bool Cheapest)
{
    private static readonly string[] Cheaper = ["tansz", "taniej", "najtan", "tanio", "дешев", "cheap", "less expensive"];

    public static Wanted Anything { get; } = new(null, null, false, null, false);

    public static Wanted By(Turn turn) => Anything.With(turn);

    public Wanted With(Turn turn)
    {
        Slots slots = turn.Meaning.Slots;
        return new Wanted(
            slots.Topic ?? Topic, slots.Place ?? Place, Free || slots.Free, slots.Date ?? Days, Cheapest || AsksCheaper(turn.Text));
    }

    public static bool AsksCheaper(string text)
    {
        string said = Folding.Fold(text);
        return Array.Exists(Cheaper, c => said.Contains(c, StringComparison.Ordinal));
    }
}
