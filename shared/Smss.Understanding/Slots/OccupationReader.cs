namespace Smss.Understanding;

/// <summary>Finds the occupation a message names: the phrase of most words, a name before a workplace ("kasjerka w sklepie"), the first of equals.</summary>
internal static class OccupationReader
{
    /// <param name="taken">Words that say something else: "na pół etatu" is nobody on a field.</param>
    public static Found Find(Lexicon lexicon, Message message, Found taken)
    {
        var best = Found.Nothing;
        int most = 0;
        for (int i = 0; i < message.Count; i++)
        {
            var (index, length) = lexicon.Occupations.At(message.Words, i);
            if (length == 0 || new Found(index, i, length).Overlaps(taken)) continue;
            int weight = message.Sense(i) is Sense.Preposition or Sense.In or Sense.Until && length > 1 ? 2 * length - 2 : 2 * length + 1;
            if (weight > most) (best, most) = (new Found(index, i, length), weight);
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
