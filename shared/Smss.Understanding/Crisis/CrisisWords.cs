namespace Smss.Understanding;

/// <summary>The words of a message as the crisis table reads them: by their beginnings, without those a figure of speech has taken.</summary>
internal readonly ref struct CrisisWords
{
    /// <summary>Marks a word that counts no more.</summary>
    private const byte Taken = byte.MaxValue;
    private readonly MessageWords words;
    private readonly Span<byte> beginnings;

    /// <param name="words">The message.</param>
    /// <param name="room">A byte for each word.</param>
    public CrisisWords(MessageWords words, Span<byte> room)
    {
        this.words = words;
        beginnings = room;
        for (int i = 0; i < words.Count; i++)
        {
            beginnings[i] = Stem.BeginningOf(words.WithBorders(i)[1..]);
            Beginnings |= UInt128.One << beginnings[i];
        }
    }

    public int Count => words.Count;

    /// <summary>A bit for each beginning that occurs.</summary>
    public UInt128 Beginnings { get; }

    public bool Fits(int word, CrisisStep step) => beginnings[word] != Taken && step.Fits(words[word], beginnings[word]);

    public void Take(int first, int count) => beginnings.Slice(first, count).Fill(Taken);

    /// <summary>The beginning of a word, or -1 when it is taken.</summary>
    public int At(int word) => beginnings[word] == Taken ? -1 : beginnings[word];
}
