using System.Runtime.CompilerServices;

namespace Smss.Understanding;

/// <summary>Every stem of the lexicon, found exactly, by sound (Ukrainian typed in Latin letters) or with one typo.</summary>
internal sealed class Vocabulary
{
    private const int ShortestCorrected = 6;
    // A stem that lost this much ("spawacz" to "spaw") is too short to find by a typo; the whole word is kept as well.
    private const int Derived = 3;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byWord = Table(16384);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byStem = Table(16384);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySound = Table(2048);
    private readonly Typos _misspeltStems = new();
    private readonly Typos _misspeltWords = new();

    /// <summary>Id of the stem of a folded word, made when new; <paramref name="spoken"/> words may also be found by sound and with a typo.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Add(ReadOnlySpan<char> word, bool spoken)
    {
        if (!spoken && _byWord.TryGetValue(word, out int id)) return id;
        Span<char> buffer = stackalloc char[Stemmer.LongestWord];
        var stem = Stemmer.Stem(word, buffer);
        if (!_byStem.TryGetValue(stem, out id)) _byStem[stem] = id = _byStem.Dictionary.Count;
        _byWord.TryAdd(word, id);
        if (spoken && word.Length >= ShortestCorrected)
        {
            _misspeltStems.Add(stem, id);
            if (word.Length - stem.Length >= Derived) _misspeltWords.Add(word, id);
        }
        if (spoken && stem[0] >= '\u0400')
        {
            AddSound(stem, id);
            AddSound(word, id);
        }
        return id;
    }

    /// <summary>Id of the word's stem, or -1; <paramref name="bySound"/> when Latin letters may spell Ukrainian.</summary>
    public int Find(ReadOnlySpan<char> word, bool bySound)
    {
        if (_byWord.TryGetValue(word, out int id)) return id;
        if (char.IsAsciiDigit(word[0])) return -1;
        Span<char> buffer = stackalloc char[Stemmer.LongestWord];
        var stem = Stemmer.Stem(word, buffer);
        if (_byStem.TryGetValue(stem, out id)) return id;
        if (stem.Length < Sound.Shortest || stem.Length > Stemmer.LongestWord) return -1;
        if (bySound && stem[0] < '\u0400' && (BySound(stem, out id) || BySound(word, out id))) return id;
        if (word.Length < ShortestCorrected) return -1;
        int near = _misspeltStems.Nearest(stem), whole = _misspeltWords.Nearest(word);
        return near < 0 || near == whole ? whole : whole < 0 ? near : -1;
    }

    private bool BySound(ReadOnlySpan<char> stem, out int id)
    {
        Span<char> buffer = stackalloc char[2 * Stemmer.LongestWord];
        var sound = Sound.Of(stem, buffer);
        id = -1;
        return sound.Length >= Sound.Shortest && _bySound.TryGetValue(sound, out id);
    }

    private void AddSound(ReadOnlySpan<char> stem, int id)
    {
        Span<char> buffer = stackalloc char[2 * Stemmer.LongestWord];
        var sound = Sound.Of(stem, buffer);
        if (sound.Length >= Sound.Shortest) _bySound.TryAdd(sound, id);
    }

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Table(int capacity) =>
        new Dictionary<string, int>(capacity).GetAlternateLookup<ReadOnlySpan<char>>();
}
