using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Platform.HouseTopics;

/// <summary>"Po polsku proszę", "українською", "English please": says in the wanted language that it goes on in it.</summary>
internal sealed class LanguageTopic : ITopic
{
    private static readonly (string Part, Language Language)[] Names =
    [
        ("polsk", Language.Pl), ("польськ", Language.Pl), ("польск", Language.Pl), ("polish", Language.Pl),
        ("ukrain", Language.Uk), ("украин", Language.Uk), ("україн", Language.Uk),
        ("english", Language.En), ("angiel", Language.En), ("англ", Language.En), ("anglij", Language.En), ("anhlij", Language.En),
    ];

    public string Id => "platform.language";
    public IReadOnlyCollection<string> Intents => ["language.change"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        string folded = Folding.Fold(turn.Text);
        Language? wanted = Names.Where(n => folded.Contains(Folding.Fold(n.Part), StringComparison.Ordinal)).Select(n => (Language?)n.Language).FirstOrDefault();
        if (wanted is { } language) turn.Language = language;
        turn.Say(wanted is null ? "platform.language.which" : "platform.language.changed").Offer("Polski", "Українська", "English");
        return ValueTask.CompletedTask;
    }
}
