using System.Globalization;
using Smss.Abstractions;
using Smss.Abstractions.Data;
using Smss.Abstractions.Texts;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Search;

/// <summary>Words that occur in titles, to correct what residents type. It only proposes words; what is shown comes from the index.</summary>
internal sealed class KnownWords(ISqlReader reader, CityClock clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private const string Lines = """
        SELECT title_words FROM activitycentre_job_offer WHERE status = 'Published'
        UNION SELECT title_words FROM activitycentre_training WHERE status = 'Published'
        """;

    private const string PlacesOfOffers = "SELECT DISTINCT place FROM activitycentre_job_offer WHERE status = 'Published' AND place IS NOT NULL";

    private const string LastChange =
        "SELECT CAST((SELECT max(changed_at) FROM activitycentre_job_offer) AS text), CAST((SELECT max(changed_at) FROM activitycentre_training) AS text)";

    private volatile Known? _last;

    /// <summary>The words with every unknown one replaced by the nearest known; null when there is nothing to correct or no such word.</summary>
    public async Task<IReadOnlyList<string>?> CorrectAsync(IReadOnlyList<string> words, CancellationToken cancellation)
    {
        Titles titles = await CurrentAsync(cancellation);
        string[] corrected = [.. words.Select(w => titles.IsPrefix(w) ? w : titles.Nearest(w) ?? w)];
        return corrected.SequenceEqual(words) ? null : corrected;
    }

    /// <summary>Those of the words that occur in titles, or begin a word of one.</summary>
    public async Task<IReadOnlyList<string>> KnownAsync(IEnumerable<string> words, CancellationToken cancellation)
    {
        Titles titles = await CurrentAsync(cancellation);
        return [.. words.Where(w => titles.Has(w) || (w.Length > 3 && titles.IsPrefix(w)))];
    }

    /// <summary>Places that have offers, to choose from; in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<string>> PlacesAsync(CancellationToken cancellation) =>
        (await CurrentAsync(cancellation)).Places;

    private async Task<Titles> CurrentAsync(CancellationToken cancellation)
    {
        Known? last = _last;
        if (last is not null && clock.Now - last.At < Fresh) return last.Titles;
        string change = (await reader.ReadAsync(LastChange, [], row => $"{row.StringOrNull(0)} {row.StringOrNull(1)}", cancellation))[0];
        Titles titles = last?.Change == change ? last.Titles : await ReadAsync(cancellation);
        _last = new Known(titles, change, clock.Now);
        return titles;
    }

    private async Task<Titles> ReadAsync(CancellationToken cancellation)
    {
        List<string> lines = await reader.ReadAsync(Lines, [], row => row.GetString(0), cancellation);
        List<string> places = await reader.ReadAsync(PlacesOfOffers, [], row => row.GetString(0), cancellation);
        return new Titles(lines, [.. places.Order(StringComparer.Create(Spoken.Culture(Language.Pl), CompareOptions.None))]);
    }

    /// <summary>What was read, of which state of the tables, and when that was last looked at.</summary>
    private sealed record Known(Titles Titles, string Change, DateTimeOffset At);

    private sealed class Titles
    {
        private readonly string[] _sorted;
        private readonly Dictionary<string, int> _counts = [];

        public Titles(IEnumerable<string> lines, IReadOnlyList<string> places)
        {
            Places = places;
            foreach (string line in lines)
                foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    _counts[word] = _counts.GetValueOrDefault(word) + 1;
            _sorted = [.. _counts.Keys.Order(StringComparer.Ordinal)];
        }

        public IReadOnlyList<string> Places { get; }

        public bool Has(string word) => _counts.ContainsKey(word);

        public bool IsPrefix(string word)
        {
            int at = Array.BinarySearch(_sorted, word, StringComparer.Ordinal);
            if (at >= 0) return true;
            return ~at < _sorted.Length && _sorted[~at].StartsWith(word, StringComparison.Ordinal);
        }

        /// <summary>The known word with the fewest edits, the more frequent of equals; short words must not change their meaning.</summary>
        public string? Nearest(string word)
        {
            int limit = word.Length switch { < 4 => 0, < 7 => 1, _ => 2 };
            string? best = null;
            (int Edits, int Count) least = (limit + 1, 0);
            foreach ((string known, int count) in _counts)
            {
                if (Math.Abs(known.Length - word.Length) > limit) continue;
                int edits = EditDistance.Between(word, known, limit);
                if (edits > limit || edits > least.Edits || (edits == least.Edits && count <= least.Count)) continue;
                (best, least) = (known, (edits, count));
            }
            return best;
        }
    }
}
