using System.Buffers;

namespace Smss.Understanding;

/// <summary>Example utterances of one intent in one language, one sentence a line.</summary>
/// <param name="Intent">Intent the sentences express; <see cref="Meaning.OutOfScope"/> for look-alikes and chit-chat.</param>
/// <param name="Language">Language they are written in.</param>
/// <param name="Lines">The sentences.</param>
public sealed record Utterances(string Intent, Language Language, IReadOnlyList<string> Lines)
{
    /// <summary>Name of examples that resemble a cry for help and are none, whatever else they mean.</summary>
    public const string NoCrisis = "no_crisis";

    /// <summary>The slots the intent asks for; null when this file does not say.</summary>
    public SlotKinds? Slots { get; init; }
}

/// <summary>
/// Understands messages: language, crisis, intent, slots. Immutable once made, safe for all threads, no I/O, no clock.
/// </summary>
public sealed class Understander
{
    /// <summary>Cries are a tenth of the examples and far rarer than that in life: the odds of danger are so many times what the examples suggest.</summary>
    private const float Rarer = 0.5f;

    /// <summary>So many times more likely is danger where the table is sure of it; in many words the model loses sight of a few, so there the table decides.</summary>
    private const float Sure = 1_000;
    private const int ManyWords = 30;

    /// <summary>And where it has a hint of it.</summary>
    private const float Hinted = 10;

    /// <summary>So many times less likely is danger where the table knows a figure of speech.</summary>
    private const float Figurative = 30;

    /// <summary>Who cries for help in a few words says it outright, and the table knows how; other fragments only resemble it and are so many times less likely.</summary>
    private const float Fragmentary = 2;
    private const int FewWords = 4;

    /// <summary>As likely as not is enough: the mistake we accept is to offer numbers to somebody who is well.</summary>
    private const float DangerEnough = 0.5f;

    /// <summary>More is said outside our scope than examples can hold: the odds of out-of-scope are so many times what they suggest.</summary>
    private const float WorldOutside = 2.5f;

    private readonly LinearModel model;
    private readonly BareWords bareWords;
    private readonly SlotsOf readSlots;
    private readonly SlotKinds[] asked;
    private readonly int crisis;
    private readonly int outOfScope;

    private Understander(LinearModel model, IReadOnlyList<Utterances> utterances, SlotsOf readSlots)
    {
        this.model = model;
        this.readSlots = readSlots;
        bareWords = new BareWords(model.Intents, utterances);
        ILookup<string, SlotKinds> said = utterances.Where(u => u.Slots is not null).ToLookup(u => u.Intent, u => u.Slots!.Value);
        asked = [.. model.Intents.Select(i => said.Contains(i) ? said[i].Aggregate((a, b) => a | b) : SlotKinds.All)];
        crisis = Array.IndexOf(model.Intents, Meaning.Crisis);
        outOfScope = Array.IndexOf(model.Intents, Meaning.OutOfScope);
    }

    /// <summary>Trains on the examples, or loads what an earlier start trained from <paramref name="cachePath"/> when the content hash fits.</summary>
    /// <param name="utterances">Examples of every enabled intent and of out-of-scope.</param>
    /// <param name="cachePath">File to load from and write to; null or unwritable: train every time.</param>
    public static Understander Create(IReadOnlyList<Utterances> utterances, string? cachePath = null) =>
        Create(utterances, cachePath, static (text, today, language) => SlotReader.Default.Read(text, today, language));

    internal static Understander Create(IReadOnlyList<Utterances> utterances, string? cachePath, SlotsOf readSlots)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        byte[] key = ModelFile.KeyOf(utterances);
        if (cachePath is not null && ModelFile.Load(cachePath, key) is { } cached) return new Understander(cached, utterances, readSlots);
        LinearModel trained = Trainer.Train(new TrainingSet(utterances, readSlots));
        if (cachePath is not null) ModelFile.Save(cachePath, key, trained);
        return new Understander(trained, utterances, readSlots);
    }

    /// <summary>Reads the tables that are the same whatever the examples; who starts can have that done while doing something else.</summary>
    public static void ReadTables() => _ = (SlotReader.Default, Concepts.Default, CrisisDetector.Default);

    /// <summary>Every intent that can come out, in alphabetical order; <see cref="Meaning.OutOfScope"/> is always among them.</summary>
    public IReadOnlyList<string> Intents => model.Intents;

    /// <summary>What the message means.</summary>
    /// <param name="text">As the resident wrote it.</param>
    /// <param name="today">Local day from which "jutro" counts.</param>
    /// <param name="hint">Language of the conversation so far, for messages that do not tell.</param>
    public Meaning Understand(string text, DateOnly today, Language? hint = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        char[] letters = ArrayPool<char>.Shared.Rent(MessageWords.LettersFor(text));
        WordSpan[] words = ArrayPool<WordSpan>.Shared.Rent(MessageWords.WordsFor(text));
        uint[] features = ArrayPool<uint>.Shared.Rent(FeatureWriter.RoomFor(text));
        try
        {
            return Understand(text, MessageWords.Read(text, letters, words), new FeatureWriter(features), today, hint);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(letters);
            ArrayPool<WordSpan>.Shared.Return(words);
            ArrayPool<uint>.Shared.Return(features);
        }
    }

    private Meaning Understand(string text, MessageWords words, FeatureWriter writer, DateOnly today, Language? hint)
    {
        writer.Write(words);
        Span<int> sums = stackalloc int[model.Stride];
        sums.Clear();
        model.Accumulate(writer.Written, sums);
        VoiceOf voice = VoiceOf(sums, writer.Mass, words.Script, hint);

        int before = writer.Written.Length;
        (string readable, Language read) = voice == Understanding.VoiceOf.PolishByEar ? (Cyrillisation.Undo(text), Language.Pl) : (text, voice.Language());
        Slots slots = readSlots(readable, today, read);
        ConceptFeatures.Write(slots, ref writer);
        model.Accumulate(writer.Written[before..], sums);
        Span<float> likely = stackalloc float[model.Intents.Length];
        model.Logits(sums, writer.Mass, 0, likely);

        Softmax.Apply(likely, model.Calibration.Temperature);
        // Nearly every message is so harmless that no word of the table would change anything.
        CrisisSigns signs = crisis >= 0 && Danger(likely[crisis], CrisisSigns.Danger, words.Count) >= DangerEnough ? CrisisDetector.Default.Look(words) : CrisisSigns.None;
        int certain = Certain(words);
        if (crisis >= 0) likely[crisis] = Danger(likely[crisis], signs, words.Count);
        double danger = certain >= 0 ? certain == crisis ? 1 : 0 : crisis >= 0 ? likely[crisis] : 0;
        (int intent, double confidence) = certain >= 0 ? (certain, 1) : Best(likely);
        slots = AskedSlots.Read(slots, asked[intent], readable, today, read);
        return new Meaning(voice.Language(), model.Intents[intent], confidence, slots, certain >= 0 ? [] : Others(likely, intent))
        {
            Danger = danger,
            Asks = asked[intent],
            IsRussian = voice == Understanding.VoiceOf.Russian,
        };
    }

    private VoiceOf VoiceOf(ReadOnlySpan<int> sums, int mass, in Script script, Language? hint)
    {
        Span<float> logits = stackalloc float[Voices.Count];
        model.Logits(sums, mass, model.Intents.Length, logits);
        return LanguageReader.Decide(logits, script, hint);
    }

    /// <summary>The intent the tables are sure of, or -1; without a letter nothing is meant.</summary>
    private int Certain(MessageWords words)
    {
        int bare = bareWords.Find(words);
        return bare < 0 && words.Script.Letters == 0 ? outOfScope : bare;
    }

    private (int Intent, double Confidence) Best(Span<float> likely)
    {
        if (crisis >= 0 && likely[crisis] >= DangerEnough) return (crisis, likely[crisis]);
        float all = 1 + likely[outOfScope] * (WorldOutside - 1);
        likely[outOfScope] *= WorldOutside;
        foreach (ref float one in likely) one /= all;
        int best = outOfScope;
        for (int i = 0; i < likely.Length; i++)
            if (i != crisis && likely[i] > likely[best])
                best = i;
        return likely[best] >= model.Calibration.Threshold ? (best, likely[best]) : (outOfScope, 1 - likely[best]);
    }

    /// <summary>How likely somebody is in danger, by the model and the table together.</summary>
    private static float Danger(float likely, CrisisSigns signs, int words)
    {
        float odds = Rarer * likely;
        if ((signs & CrisisSigns.Danger) != 0)
        {
            if (words > ManyWords) return 1;
            odds *= Sure;
        }
        else if ((signs & CrisisSigns.Hint) != 0) odds *= Hinted;
        else if (words <= FewWords) odds /= Fragmentary;
        if ((signs & CrisisSigns.FigureOfSpeech) != 0) odds /= Figurative;
        return odds / (1 - likely + odds);
    }

    private IntentScore[] Others(ReadOnlySpan<float> likely, int chosen)
    {
        const int most = 3;
        const float least = 0.005f;
        var others = new IntentScore[most];
        int count = 0;
        for (int i = 0; i < likely.Length; i++)
        {
            if (i == chosen || likely[i] < least) continue;
            int at = count;
            while (at > 0 && others[at - 1].Confidence < likely[i]) at--;
            if (at == most) continue;
            if (count < most) count++;
            for (int j = count - 1; j > at; j--) others[j] = others[j - 1];
            others[at] = new IntentScore(model.Intents[i], likely[i]);
        }
        return count == most ? others : others[..count];
    }
}

/// <summary>Reads the slots of a message.</summary>
internal delegate Slots SlotsOf(string text, DateOnly today, Language language);
