namespace Smss.Understanding;

/// <summary>Finds the occupation a message names: the phrase of most words, the first of equals.</summary>
internal static class OccupationReader
{
    public static Found Find(Lexicon lexicon, Message message)
    {
        var best = Found.Nothing;
        for (int i = 0; i < message.Count; i++)
        {
            var (index, length) = lexicon.Occupations.At(message.Words, i);
            if (length > best.Length) best = new Found(index, i, length);
        }
        return best;
    }
}

/// <summary>An entry of a table and the words that name it.</summary>
internal readonly record struct Found(int Index, int Start, int Length)
{
    public static Found Nothing { get; } = new(-1, 0, 0);
    public bool Overlaps(Found other) => Index >= 0 && other.Index >= 0 && Start < other.Start + other.Length && other.Start < Start + Length;
}
