namespace Smss.Understanding;

/// <summary>
/// Turns folded words into feature hashes: letter groups with word borders, whole words, beginnings of words as light stems
/// (as written, and in the spelling the Slavic languages share), pairs of neighbouring stems, the script, and how long the message is.
/// </summary>
internal ref struct FeatureWriter(Span<uint> features)
{
    /// <summary>Enough for about three hundred words.</summary>
    public const int MaxFeatures = 8_192;
    private static readonly int CW = (int)Knob.F("CW", 7);
    private const int MaxConcepts = 16;
    private const int MaxPerWord = 150;
    private const int MaxWordLetters = 24;
    private const int StemLetters = 5;
    private static readonly int WordWeight = (int)Knob.F("WW",3);

    private readonly Span<uint> features = features;
    private int count;

    public readonly ReadOnlySpan<uint> Written => features[..count];
    /// <summary>Sum of the weights of what was written.</summary>
    public int Mass { get; private set; }

    /// <summary>A whole word says more than one of its many letter groups; the lowest bit of a feature tells them apart.</summary>
    public static int WeightOf(uint feature) => (feature & 1) == 0 ? 1 : WordWeight;

    public static int RoomFor(string text) => Math.Min(MaxFeatures, 64 + Math.Min(text.Length, MaxFeatures) * 16);

    public void Add(uint feature)
    {
        if (count == features.Length) return;
        features[count++] = feature;
        Mass += WeightOf(feature);
    }

    public void Write(MessageWords words, bool bare = false)
    {
        uint previous = Salt.Start;
        uint before = 0;
        Span<uint> meant = stackalloc uint[MaxConcepts];
        int known = 0;
        Span<char> skeleton = stackalloc char[MaxWordLetters];
        for (int i = 0; i < words.Count && count < features.Length - MaxPerWord; i++)
        {
            ReadOnlySpan<char> bordered = words.WithBorders(i);
            if (bordered.Length > MaxWordLetters) bordered = bordered[..MaxWordLetters];
            if (!bare)
            {
            WriteLetterGroups(bordered);
            WriteSkeleton(skeleton[..Skeleton.Write(bordered.Trim(' '), skeleton)]);
            uint stem = WriteWord(bordered[1..].TrimEnd(' '));
            Add(Mix(previous * Salt.Pair ^ stem));
            previous = stem;
            }
            if (Concepts.Default.Find(bordered[1..].TrimEnd(' ')) is var concept and >= 0)
            {
                uint c = (uint)concept + 1;
                Add(Mix(Salt.Concept ^ c * 0x9E3779B1) | ((uint)CW & 1));
                if ((CW & 2) != 0) Add(Mix(Salt.Follows ^ before * 0x9E3779B1 ^ c * 0x85EBCA6B) | ((uint)CW >> 3 & 1));
                before = c;
                if ((CW & 4) != 0 && known < MaxConcepts && !meant[..known].Contains(c))
                {
                    foreach (uint other in meant[..known]) Add(Mix(Salt.Together ^ Math.Min(other, c) * 0x9E3779B1 ^ Math.Max(other, c) * 0x85EBCA6B) | ((uint)CW >> 4 & 1));
                    meant[known++] = c;
                }
            }
        }
        if (bare) return;
        Add(Mix(previous * Salt.Pair ^ Salt.End));
        Add(Mix(Salt.Length ^ (uint)Math.Min(words.Count, 4)));
        WriteScript(words.Script);
    }

    private void WriteLetterGroups(ReadOnlySpan<char> bordered)
    {
        for (int start = 0; start < bordered.Length - 2; start++)
        {
            uint hash = Salt.Group;
            int end = Math.Min(start + 4, bordered.Length);
            for (int i = start; i < end; i++)
            {
                hash = (hash ^ bordered[i]) * 0x01000193;
                if (i - start >= 2) Add(Mix(hash));
            }
        }
    }

    private void WriteSkeleton(scoped ReadOnlySpan<char> skeleton)
    {
        uint hash = Salt.Skeleton;
        for (int i = 0; i < skeleton.Length; i++)
        {
            hash = (hash ^ skeleton[i]) * 0x01000193;
            if (i is >= StemLetters - 2 and <= StemLetters) Add(Mix(hash));
        }
        if (skeleton.Length < StemLetters - 1) Add(Mix(hash));
    }

    private uint WriteWord(ReadOnlySpan<char> word)
    {
        uint hash = Salt.WordSpan, stem = 0;
        for (int i = 0; i < word.Length; i++)
        {
            hash = (hash ^ word[i]) * 0x01000193;
            if (i < StemLetters) stem = hash;
            if (i is >= StemLetters - 1 and <= StemLetters + 1) Add(Mix(hash ^ Salt.Stem));
        }
        Add(Mix(hash) | 1);
        return stem;
    }

    private void WriteScript(in Script script)
    {
        if (script.Polish > 0) Add(Mix(Salt.Script ^ 1));
        if (script.Ukrainian > 0) Add(Mix(Salt.Script ^ 2));
        if (script.Russian > 0) Add(Mix(Salt.Script ^ 3));
        if (script.Cyrillic > script.Latin) Add(Mix(Salt.Script ^ 4));
    }

    /// <summary>Spreads the bits; never 0, which marks an empty place in the table, and never odd.</summary>
    public static uint Mix(uint h)
    {
        h ^= h >> 16;
        h *= 0x7FEB352D;
        h ^= h >> 15;
        h *= 0x846CA68B;
        return ((h ^ (h >> 16)) | 2) & ~1u;
    }

    /// <summary>Keeps kinds of features apart.</summary>
    private static class Salt
    {
        public const uint Start = 0x51ED270B, End = 0x2F0B4C47, Group = 0x811C9DC5, WordSpan = 0x1B873593, Stem = 0xCC9E2D51, Pair = 0x85EBCA6B, Length = 0xC2B2AE35, Script = 0x27D4EB2F, Skeleton = 0x165667B1, Concept = 0x9E3779B9, Follows = 0x7F4A7C15, Together = 0x94D049BB;
    }
}
