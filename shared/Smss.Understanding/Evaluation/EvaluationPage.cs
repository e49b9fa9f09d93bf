using System.Globalization;

namespace Smss.Understanding;

/// <summary>An evaluation as a page of text.</summary>
public static class EvaluationPage
{
    /// <summary>Writes the figures of each language and over all, the slots, and the most frequent confusions.</summary>
    /// <param name="evaluation">What was measured.</param>
    /// <param name="to">Where to.</param>
    /// <param name="confusions">How many confusions to list.</param>
    public static void Write(Evaluation evaluation, TextWriter to, int confusions = 40)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        ArgumentNullException.ThrowIfNull(to);
        to.WriteLine("     messages in scope accuracy macro-F1 | out of scope: known accepted | refused | crisis: heard alarms | slots F1 language calibration");
        foreach ((Language language, Score score) in evaluation.ByLanguage) WriteRow(language.Code(), score, to);
        WriteRow("all", evaluation.All, to);
        to.WriteLine();
        to.WriteLine("slot         precision  recall      F1");
        foreach ((string slot, Counts counts) in evaluation.All.Slots) WriteSlot(slot, counts, to);
        WriteSlot("all", evaluation.All.AllSlots, to);
        to.WriteLine();
        Line(to, $"{evaluation.PerSecond:F0} messages a second");
        to.WriteLine();
        foreach (var pair in Confusions(evaluation).Take(confusions)) Line(to, $"{pair.Count,4} {pair.Said} -> {pair.Understood}: {pair.Example}");
    }

    private static void WriteRow(string name, Score score, TextWriter to) => Line(to,
        $"{name,-5}{score.Messages,8}{score.InScope,9}{score.Accuracy,9:P1}{score.MacroF1,9:F3} |{score.OutOfScopeRecall,20:P1}{1 - score.OutOfScopeRecall,9:P1} |{score.Refused,8:P1} |{score.CrisisRecall,14:P1}{score.FalseAlarms,7:P2} |{score.AllSlots.F1,9:P1}{score.LanguageAccuracy,9:P1}{score.CalibrationError,12:F3}");

    private static void WriteSlot(string slot, Counts counts, TextWriter to) => Line(to, $"{slot,-12}{counts.Precision,10:P1}{counts.Recall,8:P1}{counts.F1,8:P1}");

    private static IEnumerable<(string Said, string Understood, int Count, string Example)> Confusions(Evaluation evaluation) => evaluation.Answers
        .Where(a => !a.IsRight)
        .GroupBy(a => (Said: a.Said.Intent, Understood: a.Understood.Intent))
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Said, StringComparer.Ordinal).ThenBy(g => g.Key.Understood, StringComparer.Ordinal)
        .Select(g => (g.Key.Said, g.Key.Understood, g.Count(), g.First().Said.Text));

    private static void Line(TextWriter to, FormattableString line) => to.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
