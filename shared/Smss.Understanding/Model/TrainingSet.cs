namespace Smss.Understanding;

/// <summary>An example as features, ready to learn from. An intent of -1 teaches the language only.</summary>
internal readonly record struct Example(int Start, int Length, int Mass, int Intent, int Language, bool HeldOut);

/// <summary>All examples with their misspelt and respelt copies, as one flat list of features.</summary>
internal sealed class TrainingSet
{
    /// <summary>Only whether a date is named enters the model, so any day does.</summary>
    private static readonly DateOnly TrainingDay = new(2026, 1, 1);

    private readonly List<Example> examples = [];
    private readonly SlotsOf readSlots;
    private readonly string[] intents;
    private uint[] features = new uint[1 << 20];
    private int used;
    private Dice dice = new(0x5EED);

    public TrainingSet(IReadOnlyList<Utterances> utterances, SlotsOf readSlots)
    {
        this.readSlots = readSlots;
        intents = [.. utterances.Select(u => u.Intent).Append(Meaning.OutOfScope).Distinct().Order(StringComparer.Ordinal)];
        // In one order, whichever way the files were found: the order matters to the model.
        foreach (Utterances group in utterances.OrderBy(u => u.Intent, StringComparer.Ordinal).ThenBy(u => u.Language))
            foreach (string line in group.Lines)
                AddWithCopies(line, Array.IndexOf(intents, group.Intent), group.Language);
        foreach ((VoiceOf voice, string line) in FunctionWords.Lines(ref dice))
            Add(line, voice == VoiceOf.Other ? Array.IndexOf(intents, Meaning.OutOfScope) : -1, voice, Slots.None, false);
    }

    public string[] Intents => intents;
    public IReadOnlyList<Example> Examples => examples;
    public ReadOnlySpan<uint> Features => features.AsSpan(0, used);

    private void AddWithCopies(string line, int intent, Language language)
    {
        bool heldOut = dice.Next(10) == 0;
        VoiceOf voice = Voices.Of(language);
        Slots slots = readSlots(line, TrainingDay, language);
        Add(line, intent, voice, slots, heldOut);
        Add(Noise.Misspell(line, ref dice), intent, voice, slots, heldOut);
        if (language == Language.Uk && line.Any(c => c is >= '\u0400' and < '\u0530'))
            Add(Romanisation.Write(line, dice.Next(Romanisation.Count)), intent, voice, slots, heldOut);
    }

    private void Add(string line, int intent, VoiceOf voice, Slots slots, bool heldOut)
    {
        int room = FeatureWriter.RoomFor(line);
        if (used + room > features.Length) Array.Resize(ref features, features.Length * 2);
        var writer = new FeatureWriter(features.AsSpan(used, room));
        Span<char> letters = new char[MessageWords.LettersFor(line)];
        Span<WordSpan> words = new WordSpan[MessageWords.WordsFor(line)];
        writer.Write(MessageWords.Read(line, letters, words));
        ConceptFeatures.Write(slots, ref writer);
        examples.Add(new Example(used, writer.Written.Length, writer.Mass, intent, (int)voice, heldOut));
        used += writer.Written.Length;
    }
}
