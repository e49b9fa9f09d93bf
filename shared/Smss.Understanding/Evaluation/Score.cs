namespace Smss.Understanding;

/// <summary>Figures over some answers; shares are from 0 to 1.</summary>
public sealed class Score
{
    /// <summary>Shorter messages ("ok", "stop") belong to no one language.</summary>
    private const int WordsThatTell = 3;

    private readonly Answer[] answers;
    private readonly SortedDictionary<string, Counts> slots = new(StringComparer.Ordinal);

    internal Score(Answer[] answers)
    {
        this.answers = answers;
        foreach (Answer answer in answers)
            if (answer.Said.Slots is { } said)
                CountSlots(Named(said), Named(answer.Understood.Asked));
    }

    /// <summary>How many messages.</summary>
    public int Messages => answers.Length;
    /// <summary>How many of them are in scope.</summary>
    public int InScope => answers.Count(IsInScope);
    /// <summary>Of the messages in scope, those whose intent is right.</summary>
    public double Accuracy => Share(IsInScope, a => a.IsRight);
    /// <summary>Mean F1 of the intents that occur, out-of-scope among them.</summary>
    public double MacroF1 => answers.Select(a => a.Said.Intent).Distinct().Select(i => Of(i).F1).DefaultIfEmpty().Average();
    /// <summary>Of the messages in scope, those refused.</summary>
    public double Refused => Share(IsInScope, a => a.Understood.Intent == Meaning.OutOfScope);
    /// <summary>Of the messages out of scope, those recognised.</summary>
    public double OutOfScopeRecall => Of(Meaning.OutOfScope).Recall;
    /// <summary>Of the cries for help, those heard.</summary>
    public double CrisisRecall => Of(Meaning.Crisis).Recall;
    /// <summary>Of all other messages, those taken for a cry for help.</summary>
    public double FalseAlarms => Share(a => a.Said.Intent != Meaning.Crisis, a => a.Understood.Intent == Meaning.Crisis);
    /// <summary>Of the messages of three or more words, those whose language is right.</summary>
    public double LanguageAccuracy => Share(a => a.Said.Text.AsSpan().Count(' ') + 1 >= WordsThatTell, a => a.Said.Language == a.Understood.Language);
    /// <summary>Precision and recall of each slot that occurs.</summary>
    public IReadOnlyDictionary<string, Counts> Slots => slots;
    /// <summary>Precision and recall over all slots.</summary>
    public Counts AllSlots => slots.Values.Aggregate(new Counts(), (a, b) => new Counts(a.Right + b.Right, a.Extra + b.Extra, a.Missed + b.Missed));

    /// <summary>Expected calibration error: how far confidence is from being right, over ten bands.</summary>
    public double CalibrationError => answers.GroupBy(a => Math.Min(9, (int)(a.Understood.Confidence * 10)))
        .Sum(band => Math.Abs(band.Sum(a => a.Understood.Confidence) - band.Count(a => a.IsRight)) / answers.Length);

    /// <summary>Precision and recall of one intent.</summary>
    public Counts Of(string intent) => new(
        answers.Count(a => a.Said.Intent == intent && a.IsRight),
        answers.Count(a => a.Understood.Intent == intent && !a.IsRight),
        answers.Count(a => a.Said.Intent == intent && !a.IsRight));

    private static bool IsInScope(Answer answer) => answer.Said.Intent != Meaning.OutOfScope;

    /// <summary>The code follows from the occupation and is no slot of its own.</summary>
    private static Dictionary<string, string> Named(Slots slots) => (slots with { OccupationCode = null }).Named();

    private void CountSlots(Dictionary<string, string> wanted, Dictionary<string, string> got)
    {
        foreach (string slot in wanted.Keys.Union(got.Keys))
        {
            wanted.TryGetValue(slot, out string? value);
            got.TryGetValue(slot, out string? read);
            Counts so = slots.GetValueOrDefault(slot);
            slots[slot] = value == read
                ? so with { Right = so.Right + 1 }
                : new Counts(so.Right, so.Extra + (read is null ? 0 : 1), so.Missed + (value is null ? 0 : 1));
        }
    }

    private double Share(Func<Answer, bool> among, Func<Answer, bool> which)
    {
        int all = answers.Count(among);
        return all == 0 ? 0 : (double)answers.Count(a => among(a) && which(a)) / all;
    }
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
