using Smss.Abstractions.Conversation;
using Smss.Modules.ActivityCentre.Model;
using Smss.Modules.ActivityCentre.Search;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>How a training is said: one line of a list, or a card.</summary>
internal static class TrainingWords
{
    public static string Line(Turn turn, TrainingLine training)
    {
        string where = training.Mode == TrainingMode.Remote ? turn.Get(ModeKey(training.Mode)) : training.Place ?? turn.Get(ModeKey(training.Mode));
        return turn.Get("activitycentre.trainings.line", ("title", training.Title), ("day", training.StartsOn), ("where", where), ("price", Amounts.Price(training.Price, turn.Language, turn.Texts)));
    }

    public static Card Card(Turn turn, Training training) =>
        new(training.Title, string.Join('\n', Details(turn, training)), new Link(turn.Get("activitycentre.details"), turn.PageUrl($"/szkolenia/{training.Id}")));

    public static string ModeKey(TrainingMode mode) => mode switch
    {
        TrainingMode.Remote => "activitycentre.mode.remote",
        TrainingMode.Mixed => "activitycentre.mode.mixed",
        _ => "activitycentre.mode.on-site",
    };

    private static IEnumerable<string> Details(Turn turn, Training training)
    {
        if (training.IsSample) yield return turn.Get("activitycentre.sample");
        yield return training.Provider;
        yield return OfferWords.Days(turn.Language, turn.Texts, training.StartsOn, training.EndsOn);
        yield return string.Join(", ", new[] { turn.Get(ModeKey(training.Mode)), training.Place }.OfType<string>());
        yield return Amounts.Price(training.Price, turn.Language, turn.Texts);
        if (training.RecruitmentEndsOn is { } end) yield return turn.Get("activitycentre.trainings.recruitment", ("day", end));
        if (training.Description.Length > 0) yield return training.Description.Length <= 300 ? training.Description : training.Description[..299] + "…";
    }
}
