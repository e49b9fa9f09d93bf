namespace Smss.Understanding;

/// <summary>Counts features by sorting them: dealt out by their first bits into piles that fit a core's own cache, each pile is sorted and its runs are counted.</summary>
internal static class FeatureCount
{
    private const int PileBits = 8;
    private const int Shift = 32 - PileBits;

    /// <summary>How often (upper half) and which (lower half), of each feature that is frequent enough; in no order that means anything.</summary>
    public static ulong[] AtLeast(IReadOnlyList<ReadOnlyMemory<uint>> lines, int often)
    {
        var ends = new int[1 << PileBits];
        foreach (ReadOnlyMemory<uint> line in lines)
            foreach (uint feature in line.Span) ends[feature >> Shift]++;
        int all = 0;
        for (int pile = 0; pile < ends.Length; pile++) (ends[pile], all) = (all, all + ends[pile]);
        var dealt = new uint[all];
        foreach (ReadOnlyMemory<uint> line in lines)
            foreach (uint feature in line.Span) dealt[ends[feature >> Shift]++] = feature;
        var frequent = new ulong[ends.Length][];
        Parallel.For(0, ends.Length, pile => frequent[pile] = Runs(dealt.AsSpan((pile == 0 ? 0 : ends[pile - 1])..ends[pile]), often));
        return [.. frequent.SelectMany(f => f)];
    }

    private static ulong[] Runs(Span<uint> pile, int often)
    {
        pile.Sort();
        var runs = new List<ulong>(pile.Length / 8);
        for (int start = 0, end; start < pile.Length; start = end)
        {
            for (end = start + 1; end < pile.Length && pile[end] == pile[start];) end++;
            if (end - start >= often) runs.Add((ulong)(end - start) << 32 | pile[start]);
        }
        return [.. runs];
    }
}
