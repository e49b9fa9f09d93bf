namespace Smss.Understanding;

/// <summary>A firm as written: a known chain, or what follows "w firmie" with a capital or in quotation marks.</summary>
internal static class EmployerReader
{
    private const int LongestName = 4;

    public static string? Find(Message message, Found known)
    {
        for (int i = 0; i + 1 < message.Count; i++)
        {
            if (message.Sense(i) != Sense.Firm) continue;
            if (Quoted(message, i) is { } quoted) return quoted;
            int last = i;
            while (last + 1 < message.Count && last - i < LongestName && IsName(message, last, i)) last++;
            if (last > i) return Written(message, i + 1, last);
        }
        return known.Index >= 0 ? Written(message, known.Start, known.Start + known.Length - 1) : null;
    }

    // Of the words after "firma" those with capitals, as long as nothing but a blank or a joining sign parts them.
    private static bool IsName(Message message, int before, int firm)
    {
        if (message.Gap(before) is not (" " or "-" or "&" or " & " or " - ")) return false;
        return message.Words[before + 1].Capital || before > firm && message.Words[before + 1].IsDigits;
    }

    private static string? Quoted(Message message, int firm)
    {
        var rest = message.Text[message.Words[firm].End..];
        int open = rest.IndexOfAny("\"„“«");
        if (open is < 0 or > 2) return null;
        var name = rest[(open + 1)..];
        int close = name.IndexOfAny("\"”“»");
        return close is > 0 and <= 60 ? name[..close].Trim().ToString() : null;
    }

    private static string Written(Message message, int first, int last) => message.Text[message.Words[first].Start..message.Words[last].End].ToString();
}
