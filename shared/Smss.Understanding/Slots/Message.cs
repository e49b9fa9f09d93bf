namespace Smss.Understanding;

/// <summary>One word or number of a message.</summary>
internal struct Word
{
    /// <summary>Where it stands in the message.</summary>
    public int Start, Length;
    /// <summary>Where its folded letters stand.</summary>
    public int FoldedStart, FoldedLength;
    /// <summary>Stem known to the lexicon, or -1.</summary>
    public int Stem;
    /// <summary>Value of digits; -1 for words.</summary>
    public long Digits;
    public Meant Meant;
    public bool Capital;

    public readonly int End => Start + Length;
    public readonly bool IsDigits => Digits >= 0;
}

/// <summary>A message split into words, with what the lexicon knows of each.</summary>
internal readonly ref struct Message(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, ReadOnlySpan<Word> words)
{
    public ReadOnlySpan<char> Text { get; } = text;
    public ReadOnlySpan<Word> Words { get; } = words;
    private readonly ReadOnlySpan<char> _folded = folded;

    public int Count => Words.Length;

    public ReadOnlySpan<char> Folded(int i) => _folded.Slice(Words[i].FoldedStart, Words[i].FoldedLength);

    public Sense Sense(int i) => (uint)i < (uint)Words.Length ? Words[i].Meant.Sense : Understanding.Sense.None;

    public int Value(int i) => Words[i].Meant.Value;

    public bool Has(Sense sense)
    {
        foreach (ref readonly var word in Words) if (word.Meant.Sense == sense) return true;
        return false;
    }

    /// <summary>What stands between word <paramref name="i"/> and the next.</summary>
    public ReadOnlySpan<char> Gap(int i) => i + 1 < Count ? Text[Words[i].End..Words[i + 1].Start] : default;

    /// <summary>Whether the words i and i + 1 are joined by just this sign ("28.11").</summary>
    public bool Joined(int i, char sign) => Gap(i) is [var only] && only == sign;

    public char Before(int i) => Words[i].Start > 0 ? Text[Words[i].Start - 1] : ' ';
}
