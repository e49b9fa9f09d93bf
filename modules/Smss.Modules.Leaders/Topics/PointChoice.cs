using Smss.Abstractions.Conversation;

namespace Smss.Modules.Leaders.Topics;

/// <summary>Which points a question is about.</summary>
internal static class PointChoice
{
    public const int PageSize = 5;
    private const int Buttons = 4;

    /// <summary>The points meant; the Centre when nothing was named; none when no point is at the place.</summary>
    public static IReadOnlyList<KnownPoint> Of(IReadOnlyList<KnownPoint> all, Asked asked)
    {
        if (asked.Point is { } id && all.FirstOrDefault(p => p.Point.Id == id) is { } picked) return [picked];
        if (asked.Place is null && asked.Kind is null) return [.. all.Take(1)];
        KnownPoint[] there = asked.Place is { } place ? [.. all.Where(p => p.Point.IsAt(place))] : [.. all];
        KnownPoint[] ofKind = asked.Kind is { } kind ? Array.FindAll(there, p => p.Point.Kind == kind) : there;
        return ofKind.Length > 0 ? ofKind : there;
    }

    /// <summary>Buttons that ask the same about other places.</summary>
    public static IEnumerable<string> Elsewhere(Turn turn, Asked asked, IReadOnlyList<KnownPoint> shown, IReadOnlyList<KnownPoint> all) =>
        all.Select(p => p.Point.Place).Distinct().Except(shown.Select(p => p.Point.Place)).Take(Buttons)
            .Select(place => turn.Get("leaders.ask." + asked.Intent, ("place", place)));
}
