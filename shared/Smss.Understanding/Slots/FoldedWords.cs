using System.Buffers;

namespace Smss.Understanding;

/// <summary>The folded words of a text of any length, one after another.</summary>
internal ref struct FoldedWords(ReadOnlySpan<char> text)
{
    private readonly char[] _folded = ArrayPool<char>.Shared.Rent(text.Length);
    private ReadOnlySpan<char> _rest = text;
    private Word _word;

    public readonly FoldedWords GetEnumerator() => this;

    public readonly ReadOnlySpan<char> Current => _folded.AsSpan(0, _word.FoldedLength);

    public bool MoveNext()
    {
        if (Tokens.Split(_rest, _folded, new Span<Word>(ref _word)) == 0) return false;
        _rest = _rest[_word.End..];
        return true;
    }

    public readonly void Dispose() => ArrayPool<char>.Shared.Return(_folded);
}
