namespace Smss.Understanding;

/// <summary>An example as features, ready to learn from. An intent of <see cref="Any"/> teaches the language only, one of <see cref="AnyButCrisis"/> that nobody is in danger.</summary>
/// <param name="Seed">Its own luck, by which it finds its place in the order of learning.</param>
internal readonly record struct Example(int Start, int Length, int Mass, int Intent, int Language, bool HeldOut, ulong Seed)
{
    public const int Any = -1;
    public const int AnyButCrisis = -2;
}

/// <summary>
/// All examples with their misspelt and respelt copies, as one flat list of features. What chance decides about a line it draws from
/// the line itself, so that ten lines more leave the misspellings and the order of all others as they were.
/// </summary>
internal sealed class TrainingSet
{
    /// <summary>Only whether a date is named enters the model, so any day does.</summary>
    private static readonly DateOnly TrainingDay = new(2026, 1, 1);

    private readonly List<Example> examples = [];
    private readonly SlotsOf readSlots;
    private readonly string[] intents;
    private uint[] features = new uint[1 << 20];
    private int used;

    public TrainingSet(IReadOnlyList<Utterances> utterances, SlotsOf readSlots)
    {
        this.readSlots = readSlots;
        intents = [.. utterances.Select(u => u.Intent).Where(i => i != Utterances.NoCrisis).Append(Meaning.OutOfScope).Distinct().Order(StringComparer.Ordinal)];
        foreach (Utterances group in utterances)
            foreach (string line in group.Lines)
                AddWithCopies(line, group.Intent == Utterances.NoCrisis ? Example.AnyButCrisis : Array.IndexOf(intents, group.Intent), group.Language);
        var dice = new Dice(0x5EED);
        foreach ((VoiceOf voice, string line) in FunctionWords.Lines(ref dice))
            Add(line, new Example { Intent = voice == VoiceOf.Other ? Array.IndexOf(intents, Meaning.OutOfScope) : Example.Any, Language = (int)voice, Seed = Dice.SeedOf(line) }, Slots.None);
    }

    public string[] Intents => intents;
    public IReadOnlyList<Example> Examples => examples;
    public ReadOnlySpan<uint> Features => features.AsSpan(0, used);

    private void AddWithCopies(string line, int intent, Language language)
    {
        ulong seed = Dice.SeedOf(line);
        var dice = new Dice(seed);
        var example = new Example { Intent = intent, Language = (int)Voices.Of(language), HeldOut = dice.Next(10) == 0 };
        Slots slots = readSlots(line, TrainingDay, language);
        Add(line, example with { Seed = seed }, slots);
        Add(Noise.Misspell(line, ref dice), example with { Seed = seed + 1 }, slots);
        if (language == Language.Uk && Romanisation.Concerns(line))
            Add(Romanisation.Write(line, dice.Next(Romanisation.Count)), example with { Seed = seed + 2 }, slots);
    }

    private void Add(string line, Example example, Slots slots)
    {
        int room = FeatureWriter.RoomFor(line);
        if (used + room > features.Length) Array.Resize(ref features, features.Length * 2);
        var writer = new FeatureWriter(features.AsSpan(used, room));
        Span<char> letters = new char[MessageWords.LettersFor(line)];
        Span<WordSpan> words = new WordSpan[MessageWords.WordsFor(line)];
        writer.Write(MessageWords.Read(line, letters, words));
        ConceptFeatures.Write(slots, ref writer);
        examples.Add(example with { Start = used, Length = writer.Written.Length, Mass = writer.Mass });
        used += writer.Written.Length;
    }
}
