using System.Collections.Frozen;
namespace Smss.Understanding;

/// <summary>Words of a text as the full-text index keeps them and as queries look for them: folded, stemmed, without stop words.</summary>
public static class SearchWords
{
    // Folded; only words that no search for work, courses or places could mean.
    private static readonly FrozenSet<string> StopWords =
    [
        .. """
        a aby albo ale bo bym byc byl byla bylo co czy dla do gdzie i ich ja jak jako jest jestem ktora ktore ktory lub ma mam mi mnie moj moja
        moje mozna na nad nie o od oraz po pod przez przy sa sie sobie ta tak tam te tego tej ten to tu tym u w we z za ze zeby
        а або але бо в вона вони він від для до з за зі і із й як яка яке які що це ця цей у та так те ти то тут там на над не ні о по при про
        чи я ми ви мені мене мій моя моє є
        an and are as at be by for from has have he i in is it its me my of on or she that the their there they this to was we were will with you your
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Stop = StopWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Stems in the order of the text, repeated as often as they occur.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var stems = new List<string>();
        Span<char> buffer = stackalloc char[Stemmer.LongestWord];
        foreach (var word in new FoldedWords(text))
        {
            if (!Stop.Contains(word)) stems.Add(Stemmer.Stem(word, buffer).ToString());
        }
        return stems;
    }
}
