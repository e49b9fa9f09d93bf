using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Understanding;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>A list over a table of some thousand rows at most: words are looked for in the program, so that "Łódź" is found by "lodz" on both databases.</summary>
internal abstract class SmallList<TRow>(CityClock clock, string place, string kind, string editing) : CentreList<TRow>(clock, place, kind, editing)
{
    private const int MostRead = 10_000;
    private List<TRow>? _matching;

    /// <summary>Rows of the standing that is asked for, in their order.</summary>
    protected abstract IQueryable<TRow> Ordered();

    /// <summary>What of a row words are looked for in.</summary>
    protected abstract string WordsOf(TRow row);

    protected override async Task<int> CountAsync(int most, CancellationToken cancellation) =>
        Asked.Length == 0 ? await Ordered().Take(most).CountAsync(cancellation) : Math.Min(most, (await MatchingAsync(cancellation)).Count);

    protected override async Task<IReadOnlyList<TRow>> RowsAsync(int skip, int take, CancellationToken cancellation) =>
        Asked.Length == 0 ? await Ordered().Skip(skip).Take(take).ToListAsync(cancellation) : [.. (await MatchingAsync(cancellation)).Skip(skip).Take(take)];

    private async Task<List<TRow>> MatchingAsync(CancellationToken cancellation)
    {
        string[] words = AskedWords;
        return _matching ??= (await Ordered().Take(MostRead).ToListAsync(cancellation)).FindAll(Matches);

        bool Matches(TRow row)
        {
            string said = Folding.Fold(WordsOf(row));
            return Array.TrueForAll(words, word => said.Contains(word, StringComparison.Ordinal));
        }
    }
}
