using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;

namespace Smss.Modules.Initiatives.Topics;

/// <summary>Initiatives as they are told in a chat.</summary>
internal static class Lines
{
    /// <summary>"IN-2026-0004 Ławki przy pętli (12 poparć)".</summary>
    public static string Short(Turn turn, InitiativeLine initiative) =>
        $"{initiative.Number} {initiative.Title} ({Supporters(turn, initiative.Supporters)})";

    /// <summary>"IN-2026-0004 Ławki przy pętli – Zakrzów, w planie, 12 poparć".</summary>
    public static string Long(Turn turn, InitiativeLine initiative)
    {
        string[] facts = [.. new[] { initiative.Place, Status(turn, initiative.Status), Supporters(turn, initiative.Supporters) }.OfType<string>()];
        return $"{initiative.Number} {initiative.Title} – {string.Join(", ", facts)}";
    }

    /// <summary>Everything that anybody may know of a released one.</summary>
    public static Card Card(Turn turn, CityClock clock, Initiative initiative)
    {
        string[] lines = [.. new[]
        {
            initiative.Description,
            initiative.Where,
            $"{Status(turn, initiative.Status)}, {Supporters(turn, initiative.Supporters)}",
            turn.Get("initiatives.filed-on", ("day", Day(clock, initiative.FiledAt))),
            initiative.Answer is { } answer ? turn.Get("initiatives.answer", ("answer", answer)) : null,
            initiative.IsSample ? turn.Get("initiatives.sample") : null,
        }.OfType<string>()];
        return new Card(
            $"{initiative.Number} {initiative.Title}", string.Join('\n', lines),
            new Link(turn.Get("initiatives.open-page"), turn.PageUrl($"/inicjatywy/{initiative.Number}")));
    }

    public static string Status(Turn turn, InitiativeStatus status) => turn.Get(StatusKey(status));

    public static string StatusKey(InitiativeStatus status) => "initiatives.status." + StatusName(status);

    public static string StepKey(Initiative initiative, Step step) => "initiatives.step." + (initiative.IsAnswer(step) ? "answer" : StatusName(step.Status));

    /// <summary>As it stands in text keys and in JSON.</summary>
    public static string StatusName(InitiativeStatus status) => status switch
    {
        InitiativeStatus.Filed => "filed",
        InitiativeStatus.InReview => "in-review",
        InitiativeStatus.Planned => "planned",
        InitiativeStatus.Done => "done",
        _ => "closed",
    };

    public static DateOnly Day(CityClock clock, DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, clock.Zone).DateTime);

    private static string Supporters(Turn turn, int count) => turn.Get("initiatives.supporters", ("count", count));
}
