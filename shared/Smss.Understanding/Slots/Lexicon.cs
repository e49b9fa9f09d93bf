namespace Smss.Understanding;

/// <summary>All tables of the lexicon as tries over one vocabulary. Immutable once read.</summary>
internal sealed class Lexicon
{
    // Nobody types an official name of more words; the table keeps it for its code.
    private const int LongestSaid = 5;
    private readonly Vocabulary _vocabulary = new();
    private readonly List<Meant> _senses = [];
    private readonly Word[] _words = new Word[16];
    private readonly char[] _folded = new char[256];

    public Lexicon()
    {
        // The senses come first: their words are the commonest and must not be taken for misspelt rarer ones.
        Tables.Read("senses", AddSense);
        Tables.Read("occupations", AddOccupation);
        Tables.Read("places", AddPlace);
        Tables.Read("topics", AddTopic);
        Tables.Read("indicators", row => AddAll(Indicators, IndicatorNames, row[0], row[1]));
        Tables.Read("terms", AddTerm);
    }

    /// <summary>Read once, at first use.</summary>
    public static Lexicon Default => Shared.Value;

    private static readonly Lazy<Lexicon> Shared = new(() => new Lexicon());

    public Phrases Occupations { get; } = new(20000);
    public Phrases Places { get; } = new(1000);
    public Phrases Topics { get; } = new(1000);
    public Phrases Indicators { get; } = new(1000);
    public Phrases Terms { get; } = new(1000);

    public List<Occupation> OccupationList { get; } = [];
    public List<Place> PlaceList { get; } = [];
    public List<string> TopicNames { get; } = [];
    /// <summary>Topics that only say for whom or in which season: any other one in the message is narrower.</summary>
    public HashSet<int> BroadTopics { get; } = [];
    public List<string> IndicatorNames { get; } = [];
    public List<Term> TermList { get; } = [];

    /// <summary>Splits a message and looks every word up; gives the number of words.</summary>
    public int Read(ReadOnlySpan<char> text, Span<char> folded, Span<Word> words, Language language)
    {
        int count = Tokens.Split(text, folded, words);
        foreach (ref var word in words[..count])
        {
            word.Stem = _vocabulary.Find(folded.Slice(word.FoldedStart, word.FoldedLength), bySound: language != Language.En);
            if ((uint)word.Stem < (uint)_senses.Count) word.Meant = _senses[word.Stem];
        }
        return count;
    }

    private void AddSense(string[] row)
    {
        var meant = new Meant(Enum.Parse<Sense>(row[0]), short.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));
        foreach (var range in row[2].AsSpan().Split(' '))
        {
            int count = Tokens.Split(row[2].AsSpan(range), _folded, _words);
            if (count != 1) continue;
            int stem = _vocabulary.Add(_folded.AsSpan(0, _words[0].FoldedLength), spoken: true);
            while (_senses.Count <= stem) _senses.Add(default);
            if (_senses[stem].Sense == Sense.None) _senses[stem] = meant;
        }
    }

    private void AddOccupation(string[] row)
    {
        string uk = row.Length > 2 ? row[2] : "", en = row.Length > 3 ? row[3] : "";
        bool spoken = uk.Length > 0;
        int index = OccupationList.Count;
        OccupationList.Add(new Occupation(row[0], row[1], First(uk), First(en)));
        Add(Occupations, row[1], index, spoken);
        AddPhrases(Occupations, uk, index, spoken);
        AddPhrases(Occupations, en, index, spoken);
        if (row.Length > 4) AddPhrases(Occupations, row[4], index, spoken);
    }

    private void AddPlace(string[] row)
    {
        PlaceList.Add(new Place(row[0], row[1] == "!", row[1] == "~"));
        AddPhrases(Places, row[2], PlaceList.Count - 1, spoken: true);
    }

    private void AddTerm(string[] row)
    {
        TermList.Add(new Term(row[0], row[1]));
        AddPhrases(Terms, row[2], TermList.Count - 1, spoken: true);
    }

    private void AddTopic(string[] row)
    {
        if (row[1] == "~") BroadTopics.Add(TopicNames.Count);
        AddAll(Topics, TopicNames, row[0], row[2]);
    }

    private void AddAll(Phrases phrases, List<string> names, string name, string all)
    {
        names.Add(name);
        AddPhrases(phrases, all, names.Count - 1, spoken: true);
    }

    private void AddPhrases(Phrases phrases, ReadOnlySpan<char> all, int value, bool spoken)
    {
        foreach (var range in all.Split('|')) Add(phrases, all[range], value, spoken);
    }

    private void Add(Phrases phrases, ReadOnlySpan<char> phrase, int value, bool spoken)
    {
        Span<int> stems = stackalloc int[_words.Length];
        int count = Tokens.Split(phrase, _folded, _words);
        if (count > LongestSaid) return;
        for (int i = 0; i < count; i++) stems[i] = _vocabulary.Add(_folded.AsSpan(_words[i].FoldedStart, _words[i].FoldedLength), spoken);
        phrases.Add(stems[..count], value);
    }

    private static string? First(string names) => names.Length == 0 ? null : names.IndexOf('|', StringComparison.Ordinal) is >= 0 and var end ? names[..end] : names;
}

/// <summary>A part of Wrocław or a town; a <paramref name="Doubtful"/> name is also a common word, a <paramref name="Whole"/> one is the whole city.</summary>
internal readonly record struct Place(string Name, bool Doubtful, bool Whole);

/// <summary>A value of a slot with few values.</summary>
internal readonly record struct Term(string Slot, string Value);
