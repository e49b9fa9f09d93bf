using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Topics;

/// <summary>Whether and where a point helps with one thing.</summary>
internal sealed class ServiceAnswer(Turn turn, string service)
{
    public static string Everything(Turn turn, Point point) => turn.Get(
        "leaders.services", ("name", point.Name), ("services", string.Join("; ", point.Services.Select(s => Name(turn, s)))));

    public void Say(Asked asked, IReadOnlyList<KnownPoint> found, IReadOnlyList<KnownPoint> all)
    {
        bool named = asked.Place is not null || asked.Kind is not null || asked.Point is not null;
        KnownPoint[] there = [.. (named ? found : all).Where(Helps)], anywhere = [.. all.Where(Helps)];
        KnownPoint[] told = [.. (there.Length > 0 ? there : anywhere).Take(PointChoice.PageSize)];
        turn.Remember(asked with { Shown = [.. told.Select(p => p.Point.Id)] });
        string key = told.Length == 0 ? "leaders.service-nowhere" : there.Length > 0 ? "leaders.service-yes" : "leaders.service-elsewhere";
        string text = turn.Get(key, ("service", Name(turn, service)));
        text += string.Concat(told.Select((p, i) => $"\n{i + 1}. {p.Point.Name}, {p.Point.Street}"));
        if (told.Any(p => p.Point.IsSample)) text += $"\n({turn.Get("leaders.sample")})";
        Reply reply = turn.SayAsWritten(text);
        if (told.Length == 1) reply.With(PointCard.Of(turn, told[0].Point));
        else if (told.Length > 1) reply.Offer(turn.Get("leaders.say.point.hours"));
    }

    private bool Helps(KnownPoint point) => point.Point.Services.Contains(service);

    private static string Name(Turn turn, string service) => turn.Get("leaders.service." + service);
}
