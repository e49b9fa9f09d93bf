namespace Smss.Understanding;

/// <summary>An example as features, ready to learn from. An intent of <see cref="Any"/> teaches the language only, one of <see cref="AnyButCrisis"/> that nobody is in danger.</summary>
/// <param name="Number">Its place among all.</param>
/// <param name="Seed">Its own luck, by which it finds its place in the order of learning.</param>
internal readonly record struct Example(int Number, int Start, int Length, int Mass, int Intent, int Language, bool HeldOut, ulong Seed, bool Misspelt)
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

    /// <summary>Polish in Cyrillic is rare: one line of so many is enough.</summary>
    private const int ByEar = 8;
    private const int LinesASheet = 1_000;

    private readonly SlotsOf readSlots;
    private readonly string[] intents;
    private readonly Example[] examples;
    private readonly uint[] features;

    public TrainingSet(IReadOnlyList<Utterances> utterances, SlotsOf readSlots)
    {
        this.readSlots = readSlots;
        intents = [.. utterances.Select(u => u.Intent).Where(i => i != Utterances.NoCrisis).Append(Meaning.OutOfScope).Distinct().Order(StringComparer.Ordinal)];
        (Utterances Group, string Line)[] lines = [.. utterances.SelectMany(u => u.Lines.Select(line => (u, line)))];
        // Lines know nothing of each other: all cores read, and the sheets are put together in the order of the lines.
        Sheet[] sheets = [.. lines.Chunk(LinesASheet).AsParallel().AsOrdered().Select(Read), FunctionWordsSheet()];
        examples = [.. sheets.SelectMany(s => s.Examples)];
        features = new uint[sheets.Sum(s => s.Used)];
        int at = 0, next = 0;
        foreach (Sheet sheet in sheets)
        {
            sheet.Features.CopyTo(features.AsSpan(at));
            for (int i = 0; i < sheet.Examples.Count; i++, next++) examples[next] = examples[next] with { Number = next, Start = at + examples[next].Start };
            at += sheet.Used;
        }
    }

    public string[] Intents => intents;
    public IReadOnlyList<Example> Examples => examples;
    public ReadOnlyMemory<uint> Features => features;

    private Sheet Read((Utterances Group, string Line)[] lines)
    {
        var sheet = new Sheet();
        foreach ((Utterances group, string line) in lines)
            AddWithCopies(sheet, line, group.Intent == Utterances.NoCrisis ? Example.AnyButCrisis : Array.IndexOf(intents, group.Intent), group.Language);
        return sheet;
    }

    private Sheet FunctionWordsSheet()
    {
        var sheet = new Sheet();
        var dice = new Dice(0x5EED);
        foreach ((VoiceOf voice, string line) in FunctionWords.Lines(ref dice))
            sheet.Add(line, new Example { Intent = voice == VoiceOf.Other ? Array.IndexOf(intents, Meaning.OutOfScope) : Example.Any, Language = (int)voice, Seed = Dice.SeedOf(line) }, Slots.None);
        return sheet;
    }

    private void AddWithCopies(Sheet sheet, string line, int intent, Language language)
    {
        ulong seed = Dice.SeedOf(line);
        var dice = new Dice(seed);
        var example = new Example { Intent = intent, Language = (int)Voices.Of(language), HeldOut = dice.Next(10) == 0 };
        Slots slots = readSlots(line, TrainingDay, language);
        sheet.Add(line, example with { Seed = seed }, slots);
        sheet.Add(Noise.Misspell(line, ref dice), example with { Seed = seed + 1, Misspelt = true }, slots);
        if (language == Language.Uk && Romanisation.Concerns(line))
            sheet.Add(Romanisation.Write(line, dice.Next(Romanisation.Count)), example with { Seed = seed + 2 }, slots);
        if (language == Language.Pl && dice.Next(ByEar) == 0 && Cyrillisation.Concerns(line))
            sheet.Add(Cyrillisation.Write(line), example with { Seed = seed + 2, Language = (int)VoiceOf.PolishByEar }, slots);
    }

    /// <summary>Some of the examples, their places counted from the sheet's own beginning.</summary>
    private sealed class Sheet
    {
        private uint[] features = new uint[1 << 18];

        public List<Example> Examples { get; } = [];
        public int Used { get; private set; }
        public ReadOnlySpan<uint> Features => features.AsSpan(0, Used);

        public void Add(string line, Example example, Slots slots)
        {
            int room = FeatureWriter.RoomFor(line);
            if (Used + room > features.Length) Array.Resize(ref features, features.Length * 2);
            var writer = new FeatureWriter(features.AsSpan(Used, room));
            Span<char> letters = new char[MessageWords.LettersFor(line)];
            Span<WordSpan> words = new WordSpan[MessageWords.WordsFor(line)];
            writer.Write(MessageWords.Read(line, letters, words));
            ConceptFeatures.Write(slots, ref writer);
            Examples.Add(example with { Start = Used, Length = writer.Written.Length, Mass = writer.Mass });
            Used += writer.Written.Length;
        }
    }
}
