using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Conversation;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>Where a person can help, for everything that cannot be done in the chat.</summary>
internal sealed class PersonToAsk(IEnumerable<IPointsReader> points)
{
    /// <summary>One sentence with name, address, phone and hours; empty when no point is known.</summary>
    public async ValueTask<string> LineAsync(Turn turn, string? place, CancellationToken cancellation)
    {
        foreach (IPointsReader reader in points)
        {
            if (await reader.ContactAsync(place, turn.Language, cancellation) is not { } point) continue;
            string key = point.Phone is null ? "activitycentre.person.no-phone" : "activitycentre.person.phone";
            string line = turn.Get(key, ("name", point.Name), ("address", point.Address), ("phone", point.Phone), ("hours", point.Hours));
            return point.IsSample ? $"{line} ({turn.Get("activitycentre.sample")})" : line;
        }
        return "";
    }

    /// <summary>Says the text, and where a person can help.</summary>
    public async ValueTask SayAsync(Turn turn, string key, string? place, CancellationToken cancellation) =>
        turn.SayAsWritten($"{turn.Get(key)} {await LineAsync(turn, place, cancellation)}".Trim());
}
