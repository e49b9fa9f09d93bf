using System.Diagnostics;

namespace Smss.Understanding;

/// <summary>A message whose meaning is known.</summary>
/// <param name="Text">As a resident would write it.</param>
/// <param name="Language">Language it is written in.</param>
/// <param name="Intent">What is wanted.</param>
/// <param name="Slots">What is named; null: not judged.</param>
public sealed record Labelled(string Text, Language Language, string Intent, Slots? Slots = null);

/// <summary>A message with what was understood of it.</summary>
/// <param name="Said">The message and what it means.</param>
/// <param name="Understood">What the understander made of it.</param>
public readonly record struct Answer(Labelled Said, Meaning Understood)
{
    /// <summary>Whether the intent is right.</summary>
    public bool IsRight => Said.Intent == Understood.Intent;
}

/// <summary>Measures an understander on labelled messages it was not trained on.</summary>
public sealed class Evaluation
{
    private Evaluation(Answer[] answers, double perSecond)
    {
        Answers = answers;
        PerSecond = perSecond;
        All = new Score(answers);
        ByLanguage = new SortedDictionary<Language, Score>(answers.GroupBy(a => a.Said.Language).ToDictionary(g => g.Key, g => new Score([.. g])));
    }

    /// <summary>Every message with its answer, in the order of the messages.</summary>
    public IReadOnlyList<Answer> Answers { get; }
    /// <summary>Figures over all messages.</summary>
    public Score All { get; }
    /// <summary>Figures for each language that occurs.</summary>
    public IReadOnlyDictionary<Language, Score> ByLanguage { get; }
    /// <summary>Messages a second on one thread, slots included, once the code is warm.</summary>
    public double PerSecond { get; }

    /// <summary>Understands every message and keeps the answers. A message of an intent that is not there is out of scope here.</summary>
    /// <param name="understander">What is measured.</param>
    /// <param name="messages">Messages with their meaning.</param>
    /// <param name="today">Day from which "jutro" counts.</param>
    /// <param name="hinted">Whether the channel tells the language, as it does in a conversation.</param>
    public static Evaluation Of(Understander understander, IReadOnlyList<Labelled> messages, DateOnly today, bool hinted = false)
    {
        ArgumentNullException.ThrowIfNull(understander);
        ArgumentNullException.ThrowIfNull(messages);
        var answers = new Answer[messages.Count];
        for (int i = 0; i < answers.Length; i++)
        {
            Labelled said = messages[i];
            Labelled wanted = understander.Intents.Contains(said.Intent) ? said : said with { Intent = Meaning.OutOfScope, Slots = null };
            answers[i] = new Answer(wanted, understander.Understand(said.Text, today, hinted ? said.Language : null));
        }
        long start = Stopwatch.GetTimestamp();
        foreach (Labelled said in messages) understander.Understand(said.Text, today);
        return new Evaluation(answers, messages.Count / Math.Max(Stopwatch.GetElapsedTime(start).TotalSeconds, 1e-9));
    }
}
