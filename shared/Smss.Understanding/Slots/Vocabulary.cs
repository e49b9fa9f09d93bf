using System.Runtime.InteropServices;

namespace Smss.Understanding;

/// <summary>Every stem of the lexicon, found exactly, by sound (Ukrainian typed in Latin letters) or with one typo.</summary>
internal sealed class Vocabulary
{
    private const int ShortestCorrected = 6;
    private readonly Dictionary<string, int> _ids = new(8192);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byStem;
    private readonly Dictionary<string, int> _sounds = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _bySound;
    private readonly List<string> _stems = [];
    private readonly Typos _typos = new();

    public Vocabulary()
    {
        _byStem = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        _bySound = _sounds.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _stems.Count;

    /// <summary>Id of the stem of a folded word, made when new; <paramref name="spoken"/> words may also be found by sound and with a typo.</summary>
    public int Add(ReadOnlySpan<char> word, bool spoken)
    {
        Span<char> buffer = stackalloc char[Stemmer.LongestWord];
        var stem = Stemmer.Stem(word, buffer);
        ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_byStem, stem, out bool known);
        if (!known)
        {
            id = _stems.Count;
            _stems.Add(stem.ToString());
        }
        if (!spoken) return id;
        if (word.Length >= ShortestCorrected) _typos.Add(_stems[id], id);
        if (stem[0] >= '\u0400') AddSound(stem, id);
        return id;
    }

    /// <summary>Id of the word's stem, or -1.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[Stemmer.LongestWord];
        var stem = Stemmer.Stem(word, buffer);
        if (_byStem.TryGetValue(stem, out int id)) return id;
        if (stem.Length < Sound.Shortest || stem.Length > Stemmer.LongestWord) return -1;
        if (stem[0] < '\u0400' && BySound(stem, out id)) return id;
        return word.Length >= ShortestCorrected ? _typos.Nearest(stem) : -1;
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
}
