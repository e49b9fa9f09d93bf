using System.Diagnostics;
using System.Globalization;

namespace Smss.Understanding;

/// <summary>A message whose meaning is known.</summary>
/// <param name="Text">As a resident would write it.</param>
/// <param name="Language">Language it is written in.</param>
/// <param name="Intent">What is wanted.</param>
/// <param name="Slots">What is named; null: not judged.</param>
public sealed record Labelled(string Text, Language Language, string Intent, Slots? Slots = null);

/// <summary>Measures an understander on labelled messages it was not trained on.</summary>
public sealed class Evaluation
{
    private readonly List<(Labelled Said, Meaning Understood)> answers = [];
    private readonly Dictionary<string, Counts> slots = [];
    private double seconds;

    private Evaluation() { }

    /// <summary>Understands every message once and keeps the counts.</summary>
    /// <param name="understander">What is measured.</param>
    /// <param name="messages">Messages with their meaning.</param>
    /// <param name="today">Day from which "jutro" counts.</param>
    /// <param name="hinted">Whether the channel tells the language, as it does in a conversation.</param>
    public static Evaluation Of(Understander understander, IReadOnlyList<Labelled> messages, DateOnly today, bool hinted = false)
    {
        ArgumentNullException.ThrowIfNull(understander);
        ArgumentNullException.ThrowIfNull(messages);
        var evaluation = new Evaluation();
        long start = Stopwatch.GetTimestamp();
        foreach (Labelled said in messages)
            evaluation.answers.Add((said, understander.Understand(said.Text, today, hinted ? said.Language : null)));
        evaluation.seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach ((Labelled said, Meaning understood) in evaluation.answers)
            if (said.Slots is not null)
                evaluation.CountSlots(said.Slots, understood.Slots);
        return evaluation;
    }

    /// <summary>Share of messages whose intent is right.</summary>
    public double Accuracy => Share(answers, a => a.Said.Intent == a.Understood.Intent);
    /// <summary>Share of messages whose language is right.</summary>
    public double LanguageAccuracy => Share(answers, a => a.Said.Language == a.Understood.Language);
    /// <summary>Messages a second on one thread.</summary>
    public double PerSecond => answers.Count / Math.Max(seconds, 1e-9);
    /// <summary>Mean F1 of the intents that occur.</summary>
    public double MacroF1 => answers.Select(a => a.Said.Intent).Distinct().Select(i => Of(i).F1).DefaultIfEmpty().Average();
    /// <summary>Precision and recall of out-of-scope.</summary>
    public Counts OutOfScope => Of(Meaning.OutOfScope);
    /// <summary>Precision and recall of crisis.</summary>
    public Counts Crisis => Of(Meaning.Crisis);
    /// <summary>Share of messages in scope that were refused.</summary>
    public double FalseRefusals => Share(InScope, a => a.Understood.Intent == Meaning.OutOfScope);
    /// <summary>Precision and recall of each slot.</summary>
    public IReadOnlyDictionary<string, Counts> Slots => slots;

    /// <summary>Expected calibration error: how far confidence is from being right, over ten bands.</summary>
    public double CalibrationError => answers
        .GroupBy(a => Math.Min(9, (int)(a.Understood.Confidence * 10)))
        .Sum(band => Math.Abs(band.Average(a => a.Understood.Confidence) - Share(band, a => a.Said.Intent == a.Understood.Intent)) * band.Count() / answers.Count);

    /// <summary>The counts as a page of text.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="confusions">How many of the most frequent confusions to list.</param>
    public void Write(TextWriter to, int confusions = 20)
    {
        ArgumentNullException.ThrowIfNull(to);
        Line(to, $"messages {answers.Count}, accuracy {Accuracy:P2}, macro-F1 {MacroF1:F4}, language {LanguageAccuracy:P2}");
        foreach (Language language in answers.Select(a => a.Said.Language).Distinct().Order())
            Line(to, $"  {language.Code()}: {Share(answers.Where(a => a.Said.Language == language), a => a.Said.Intent == a.Understood.Intent):P2}");
        Line(to, $"out of scope: recall {OutOfScope.Recall:P2}, false refusals {FalseRefusals:P2}");
        Line(to, $"crisis: recall {Crisis.Recall:P2}, false alarms {Crisis.Extra}");
        Line(to, $"calibration error {CalibrationError:F4}, {PerSecond:F0} messages/s");
        foreach ((string slot, Counts counts) in slots.OrderBy(s => s.Key, StringComparer.Ordinal))
            Line(to, $"  {slot}: precision {counts.Precision:P2}, recall {counts.Recall:P2}");
        foreach (var pair in Confusions().Take(confusions)) Line(to, $"  {pair.Count,4} {pair.Said} -> {pair.Understood}: {pair.Example}");
    }

    private IEnumerable<(string Said, string Understood, int Count, string Example)> Confusions() => answers
        .Where(a => a.Said.Intent != a.Understood.Intent)
        .GroupBy(a => (Said: a.Said.Intent, Understood: a.Understood.Intent))
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Said, StringComparer.Ordinal).ThenBy(g => g.Key.Understood, StringComparer.Ordinal)
        .Select(g => (g.Key.Said, g.Key.Understood, g.Count(), g.First().Said.Text));

    private IEnumerable<(Labelled Said, Meaning Understood)> InScope => answers.Where(a => a.Said.Intent != Meaning.OutOfScope);

    private Counts Of(string intent) => new(
        answers.Count(a => a.Said.Intent == intent && a.Understood.Intent == intent),
        answers.Count(a => a.Said.Intent != intent && a.Understood.Intent == intent),
        answers.Count(a => a.Said.Intent == intent && a.Understood.Intent != intent));

    private void CountSlots(Slots said, Slots understood)
    {
        Dictionary<string, string> wanted = said.Named(), got = understood.Named();
        foreach (string slot in wanted.Keys.Union(got.Keys))
        {
            bool right = wanted.TryGetValue(slot, out string? value) & got.TryGetValue(slot, out string? read) && value == read;
            Counts so = slots.GetValueOrDefault(slot);
            slots[slot] = right
                ? so with { Right = so.Right + 1 }
                : new Counts(so.Right, so.Extra + (read is null ? 0 : 1), so.Missed + (value is null ? 0 : 1));
        }
    }

    private static double Share<T>(IEnumerable<T> of, Func<T, bool> which)
    {
        int all = 0, some = 0;
        foreach (T item in of)
        {
            all++;
            if (which(item)) some++;
        }
        return all == 0 ? 0 : (double)some / all;
    }

    private static void Line(TextWriter to, FormattableString line) => to.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Found rightly, found though absent, and missed.</summary>
public readonly record struct Counts(int Right, int Extra, int Missed)
{
    /// <summary>Share of what was found that is right.</summary>
    public double Precision => Right == 0 ? 0 : (double)Right / (Right + Extra);
    /// <summary>Share of what is there that was found.</summary>
    public double Recall => Right == 0 ? 0 : (double)Right / (Right + Missed);
    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}
