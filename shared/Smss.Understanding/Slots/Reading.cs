using System.Buffers;

namespace Smss.Understanding;

/// <summary>A message being read, in borrowed memory; give it back by disposing.</summary>
internal readonly ref struct Reading : IDisposable
{
    // Longer messages are read up to here: who writes more has said what they want before.
    private const int LongestText = 4000;
    private const int MostWords = 500;
    private readonly char[] _folded;
    private readonly Word[] _words;

    public Reading(Lexicon lexicon, ReadOnlySpan<char> text, Language language = Language.Other)
    {
        text = text[..Math.Min(text.Length, LongestText)];
        _folded = ArrayPool<char>.Shared.Rent(text.Length);
        _words = ArrayPool<Word>.Shared.Rent(Math.Min(text.Length, MostWords));
        int count = lexicon.Read(text, _folded, _words.AsSpan(0, Math.Min(_words.Length, MostWords)), language);
        Message = new Message(text, _folded, _words.AsSpan(0, count));
    }

    public Message Message { get; }

    /// <summary>Takes the meaning from words that were read as something else: a phone number holds no day and no hour.</summary>
    public void Forget(Found words)
    {
        foreach (ref var word in _words.AsSpan(words.Start, words.Length)) (word.Stem, word.Digits, word.Meant) = (-1, -1, default);
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_folded);
        ArrayPool<Word>.Shared.Return(_words);
    }
}
