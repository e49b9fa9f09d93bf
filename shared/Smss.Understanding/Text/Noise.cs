using System.Text;

namespace Smss.Understanding;

/// <summary>Misspells examples the way thumbs do, so that the model has met typos before residents send them.</summary>
internal static class Noise
{
    /// <summary>The line with one to three slips: a letter swapped, dropped, doubled or replaced, or two words run together.</summary>
    public static string Misspell(string line, ref Dice dice)
    {
        var text = new StringBuilder(line);
        int slips = 1 + line.Length / 30 + dice.Next(2);
        for (int i = 0; i < slips && text.Length > 3; i++) Slip(text, ref dice);
        return text.ToString();
    }

    private static void Slip(StringBuilder text, ref Dice dice)
    {
        int at = 1 + dice.Next(text.Length - 2);
        if (text[at] == ' ')
        {
            text.Remove(at, 1);
            return;
        }
        switch (dice.Next(4))
        {
            case 0 when text[at + 1] != ' ': (text[at], text[at + 1]) = (text[at + 1], text[at]); break;
            case 1: text.Insert(at, text[at]); break;
            case 2: text[at] = text[dice.Next(text.Length)]; break;
            default: text.Remove(at, 1); break;
        }
    }
}
