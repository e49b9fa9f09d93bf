using System.Runtime.CompilerServices;

namespace Smss.Understanding;

/// <summary>
/// Turns folded words into feature hashes: letter groups with word borders, whole words, beginnings of words as light stems
/// (as written, and in the spelling the Slavic languages share), pairs of neighbouring stems, concepts alone, in pairs and
/// beside a word that is none, the script, and how long the message is.
/// </summary>
internal ref struct FeatureWriter(Span<uint> features)
{
    /// <summary>Enough for about three hundred words.</summary>
    public const int MaxFeatures = 8_192;
    private const int MaxPerWord = 170;
    private const int MaxWordLetters = 24;
    private const int GroupLetters = 4;
    private const int StemLetters = 5;
    private const int WordWeight = 3;

    private readonly Span<uint> features = features;
    private int count;
    private MeantSoFar meant;
    private int concepts;

    public readonly ReadOnlySpan<uint> Written => features[..count];
    /// <summary>Sum of the weights of what was written.</summary>
    public int Mass { get; private set; }

    /// <summary>A word or a concept says more than one of a word's many letter groups; the lowest bit of a feature tells them apart.</summary>
    public static int WeightOf(uint feature) => (feature & 1) == 0 ? 1 : WordWeight;

    public static int RoomFor(string text) => Math.Min(MaxFeatures, 256 + Math.Min(text.Length, MaxFeatures) * 12);

    public void Write(MessageWords words)
    {
        uint previous = Salt.Start, neighbour = 0;
        bool afterConcept = false;
        Span<char> skeleton = stackalloc char[MaxWordLetters];
        for (int i = 0; i < words.Count && count < features.Length - MaxPerWord; i++)
        {
            ReadOnlySpan<char> bordered = words.WithBorders(i);
            if (bordered.Length > MaxWordLetters) bordered = bordered[..MaxWordLetters];
            ReadOnlySpan<char> word = bordered.Trim(' ');
            WriteLetterGroups(bordered);
            WriteSkeleton(skeleton[..Skeleton.Write(word, skeleton)]);
            uint stem = WriteWord(word);
            Add(Mix(previous * Salt.Pair ^ stem));
            previous = stem;
            int concept = Concepts.Default.Find(word);
            bool isConcept = concept >= 0;
            uint one = isConcept ? Spread(concept) : stem;
            if (i > 0 && isConcept != afterConcept) Add(Mix(Salt.Neighbour ^ neighbour * Salt.Pair ^ one) | 1);
            (neighbour, afterConcept) = (one, isConcept);
            if (isConcept) Mean(concept);
        }
        Add(Mix(previous * Salt.Pair ^ Salt.End));
        Add(Mix(Salt.Length ^ (uint)Math.Min(words.Count, 4)));
        WriteScript(words.Script);
    }

    /// <summary>The message means this among other things: the concept alone, after the one before it, and beside each of the others.</summary>
    public void Mean(int concept)
    {
        uint one = Spread(concept);
        Add(Mix(Salt.Concept ^ one) | 1);
        Add(Mix(Salt.Follows ^ one * Salt.Pair ^ (concepts > 0 ? meant[concepts - 1] : 0)) | 1);
        if (concepts == MeantSoFar.Most || ((ReadOnlySpan<uint>)meant)[..concepts].Contains(one)) return;
        for (int i = 0; i < concepts; i++) Add(Mix(Salt.Beside ^ (one + meant[i])) | 1);
        meant[concepts++] = one;
    }

    private void Add(uint feature)
    {
        if (count == features.Length) return;
        features[count++] = feature;
        Mass += WeightOf(feature);
    }

    private void WriteLetterGroups(ReadOnlySpan<char> bordered)
    {
        for (int start = 0; start == 0 || start <= bordered.Length - GroupLetters; start++)
        {
            uint hash = Salt.Group;
            foreach (char c in bordered.Slice(start, Math.Min(GroupLetters, bordered.Length))) hash = (hash ^ c) * Prime;
            Add(Mix(hash));
        }
    }

    private void WriteSkeleton(scoped ReadOnlySpan<char> skeleton)
    {
        uint hash = Salt.Skeleton;
        for (int i = 0; i < skeleton.Length; i++)
        {
            hash = (hash ^ skeleton[i]) * Prime;
            if (i is StemLetters - 2 or StemLetters) Add(Mix(hash));
        }
        if (skeleton.Length < StemLetters - 1) Add(Mix(hash));
    }

    private uint WriteWord(ReadOnlySpan<char> word)
    {
        uint hash = Salt.Word, stem = 0;
        for (int i = 0; i < word.Length; i++)
        {
            hash = (hash ^ word[i]) * Prime;
            if (i < StemLetters) stem = hash;
            if (i is StemLetters - 1 or StemLetters + 1) Add(Mix(hash ^ Salt.Stem));
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

    private static uint Spread(int concept) => (uint)(concept + 1) * 0x9E3779B1;

    private const uint Prime = 0x01000193;

    /// <summary>Keeps kinds of features apart.</summary>
    private static class Salt
    {
        public const uint Start = 0x51ED270B, End = 0x2F0B4C47, Group = 0x811C9DC5, Word = 0x1B873593, Stem = 0xCC9E2D51, Pair = 0x85EBCA6B,
            Length = 0xC2B2AE35, Script = 0x27D4EB2F, Skeleton = 0x165667B1, Concept = 0x9E3779B9, Follows = 0x7F4A7C15, Beside = 0x94D049BB, Neighbour = 0x3C6EF372;
    }

    /// <summary>Concepts of the message, each once.</summary>
    [InlineArray(Most)]
    private struct MeantSoFar
    {
        public const int Most = 16;
        private uint first;
    }
}
