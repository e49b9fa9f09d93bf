namespace Smss.Understanding;

/// <summary>Finds the place a message names; a part of the city goes before the city.</summary>
internal static class PlaceReader
{
    public static Found Find(Lexicon lexicon, Message message, Found occupation, bool asked = false)
    {
        var whole = Found.Nothing;
        for (int i = 0; i < message.Count;)
        {
            var (index, length) = lexicon.Places.At(message.Words, i);
            if (length == 0 || !asked && lexicon.PlaceList[index].Doubtful && !IsMeant(message, i, length, occupation))
            {
                i++;
                continue;
            }
            if (!lexicon.PlaceList[index].Whole) return new Found(index, i, length);
            if (whole.Index < 0) whole = new Found(index, i, length);
            i += length;
        }
        return whole;
    }

    // "Gaj" is an estate and a grove: only a preposition or a capital inside a sentence tells.
    private static bool IsMeant(Message message, int at, int length, Found occupation)
    {
        if (message.Sense(at - 1) is Sense.Preposition or Sense.In or Sense.Until) return true;
        if (new Found(0, at, length).Overlaps(occupation)) return false;
        return message.Words[at].Capital && (at > 0 || message.Count == length);
    }
}
