using System.Globalization;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;
using Smss.Understanding;

namespace Smss.Abstractions.TargetGroups;

/// <summary>
/// Tells the guides of a module. For each <c>Guide/&lt;subject&gt;.json</c> it answers the intent <c>&lt;module&gt;.&lt;subject&gt;</c>; the texts
/// <c>&lt;module&gt;.&lt;subject&gt;</c> (heading) and <c>&lt;module&gt;.say.&lt;module&gt;.&lt;subject&gt;</c> (what a resident would say) belong to it.
/// </summary>
/// <example><c>internal sealed class GardenGuide : GuideTopic;</c></example>
public abstract class GuideTopic : ITopic
{
    private const int MostButtons = 4;
    private readonly SortedDictionary<string, Guide> _guides;
    private readonly string _module;

    /// <summary>Reads the guides of the module.</summary>
    /// <exception cref="FormatException">One of them cannot be read.</exception>
    protected GuideTopic()
    {
        _module = Naming.ModuleOf(GetType());
        _guides = Guide.In(GetType().Assembly);
        Intents = [.. _guides.Keys.Select(subject => $"{_module}.{subject}")];
    }

    /// <inheritdoc/>
    public string Id => _module + ".guide";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Intents { get; }

    /// <inheritdoc/>
    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(turn);
        string subject = turn.Meaning.Intent[(_module.Length + 1)..];
        turn.SayAsWritten(Tell(turn, subject, _guides[subject]))
            .Offer(_guides.Keys.Where(other => other != subject).Take(MostButtons).Select(other => turn.Get($"{_module}.say.{_module}.{other}")));
        return ValueTask.CompletedTask;
    }

    private string Tell(Turn turn, string subject, Guide guide)
    {
        string language = turn.Language.Code();
        return string.Join('\n',
        [
            turn.Get($"{_module}.{subject}"), .. guide.Facts[language].Select(fact => "– " + fact), guide.Ask[language],
            Origin(turn, guide),
        ]);
    }

    private static string Origin(Turn turn, Guide guide)
    {
        if (guide.CheckedOn is not { } day) return turn.Get("platform.guide.undated", ("source", guide.Source));
        string spoken = Texts.Spoken.Day(turn.Language, day) + day.Year.ToString(" 0", CultureInfo.InvariantCulture);
        return turn.Get(guide.IsStale(turn.Today) ? "platform.guide.stale" : "platform.guide.checked", ("day", spoken), ("source", guide.Source));
    }
}
