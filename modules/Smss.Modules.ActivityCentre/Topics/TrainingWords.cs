using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Topics;

/// <summary>How a training is said: one line of a list, or a card.</summary>
internal static class TrainingWords
{
    public static string Line(Turn turn, Training training)
    {
        string where = training.Mode == TrainingMode.Remote ? turn.Get(ModeKey(training.Mode)) : training.Place ?? turn.Get(ModeKey(training.Mode));
        return turn.Get("activitycentre.trainings.line", ("title", training.Title), ("day", training.StartsOn), ("where", where), ("price", Price(turn, training)));
    }

    public static Card Card(Turn turn, Training training) =>
        new(training.Title, string.Join('\n', Details(turn, training)), new Link(turn.Get("activitycentre.details"), turn.PageUrl($"/szkolenia/{training.Id}")));

    public static string Price(Turn turn, Training training) => training.Price switch
    {
        null => turn.Get("activitycentre.price-unknown"),
        0 => turn.Get("activitycentre.free"),
        { } price => Spoken.Money(turn.Language, price),
    };

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
        yield return turn.Get("activitycentre.from-to", ("from", training.StartsOn), ("to", training.EndsOn));
        yield return string.Join(", ", new[] { turn.Get(ModeKey(training.Mode)), training.Place }.OfType<string>());
        yield return Price(turn, training);
        if (training.RecruitmentEndsOn is { } end) yield return turn.Get("activitycentre.trainings.recruitment", ("day", end));
        if (training.Description.Length > 0) yield return training.Description.Length <= 300 ? training.Description : training.Description[..299] + "…";
    }
}
