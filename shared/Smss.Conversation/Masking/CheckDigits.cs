namespace Smss.Conversation.Masking;

/// <summary>The arithmetic by which such numbers are told from others.</summary>
internal static class CheckDigits
{
    private static ReadOnlySpan<int> PeselWeights => [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
    private static ReadOnlySpan<int> CardWeights => [7, 3, 1, 9, 7, 3, 1, 7, 3];
    private const string Accounts = "BE16 CZ24 DE22 ES24 FR27 GB22 IE22 IT27 LT20 NL18 PL28 RO24 SK24 UA29";

    public static bool IsSecret(ReadOnlySpan<char> digits, List<int> groups) => digits.Length switch
    {
        11 => IsPesel(digits) && (groups[0] is 1 or 6 or 11 || groups is [2, 2, 2, ..]),
        // Two phone numbers beside each other are no card: a card is written in fours.
        >= 13 and <= 19 => groups[0] is 1 or 4 or >= 13 && IsPaymentCard(digits),
        26 => IsAccount([.. "PL", .. digits]),
        _ => false,
    };

    /// <summary>Eleven digits that begin with a day of birth after 1899.</summary>
    public static bool IsPesel(ReadOnlySpan<char> digits)
    {
        int month = Two(digits, 2), day = Two(digits, 4);
        if (month is not (>= 1 and <= 12 or >= 21 and <= 32) || day is < 1 or > 31) return false;
        return Sum(digits, PeselWeights) % 10 == 0;
    }

    /// <summary>Luhn's sum, of the schemes that people here have.</summary>
    public static bool IsPaymentCard(ReadOnlySpan<char> digits)
    {
        if (digits[0] is < '2' or > '6') return false;
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit *= 2;
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum % 10 == 0;
    }

    /// <summary>Letters count from 10; the first digit makes the sum divisible.</summary>
    public static bool IsIdentityCard(ReadOnlySpan<char> card) => Sum(card, CardWeights) % 10 == 0;

    /// <summary>ISO 13616: the country and check digits go to the end, the rest of a division by 97 is 1.</summary>
    public static bool IsAccount(ReadOnlySpan<char> account)
    {
        if (!char.IsAsciiDigit(account[2]) || !char.IsAsciiDigit(account[3])) return false;
        int rest = 0;
        for (int i = 0; i < account.Length; i++)
        {
            int value = Value(account[(i + 4) % account.Length]);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /// <summary>How long an account of the country is; 0 for a country not known.</summary>
    public static int AccountLength(ReadOnlySpan<char> country)
    {
        for (int i = 0; i < Accounts.Length; i += 5)
            if (country.Equals(Accounts.AsSpan(i, 2), StringComparison.OrdinalIgnoreCase)) return Two(Accounts, i + 2);
        return 0;
    }

    private static int Sum(ReadOnlySpan<char> signs, ReadOnlySpan<int> weights)
    {
        int sum = 0;
        for (int i = 0; i < weights.Length; i++) sum += Value(signs[i]) * weights[i];
        return sum;
    }

    private static int Two(ReadOnlySpan<char> digits, int at) => (digits[at] - '0') * 10 + digits[at + 1] - '0';

    private static int Value(char sign) => char.IsAsciiDigit(sign) ? sign - '0' : sign - 'A' + 10;
}
