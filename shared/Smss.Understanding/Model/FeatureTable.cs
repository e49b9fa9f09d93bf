using System.Numerics;

namespace Smss.Understanding;

/// <summary>Features seen often enough to learn from, each with its row of weights: an open hash table over one flat array.</summary>
internal sealed class FeatureTable
{
    private readonly ulong[] entries;
    private readonly int shift;

    /// <summary>A table made before: each entry is a feature and its row, 0 for an empty place.</summary>
    public FeatureTable(ulong[] entries)
    {
        this.entries = entries;
        shift = 32 - BitOperations.Log2((uint)entries.Length);
    }

    private FeatureTable(int rows) : this(new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows + rows / 2))]) { }

    public ReadOnlySpan<ulong> Entries => entries;

    /// <summary>Row of the feature, or -1.</summary>
    public int Row(uint feature)
    {
        uint mask = (uint)entries.Length - 1;
        for (uint at = feature * 0x9E3779B1 >> shift; entries[at] != 0; at = at + 1 & mask)
            if (entries[at] >> 32 == feature)
                return (int)entries[at];
        return -1;
    }

    /// <summary>Every feature that occurs at least <paramref name="often"/> times gets a row, the most frequent first: they are read together and lie together.</summary>
    public static FeatureTable Of(IReadOnlyList<ReadOnlyMemory<uint>> lines, int often, out int count)
    {
        ulong[] rows = FeatureCount.AtLeast(lines, often);
        Array.Sort(rows);
        count = rows.Length;
        var table = new FeatureTable(count);
        for (int row = 0; row < count; row++) table.TryAdd((uint)rows[^(row + 1)], row);
        return table;
    }

    /// <summary>A table of rows that are known already.</summary>
    public static FeatureTable Of(Dictionary<uint, int> rows)
    {
        var table = new FeatureTable(rows.Count * 2);
        foreach ((uint feature, int row) in rows) table.TryAdd(feature, row);
        return table;
    }

    /// <summary>The features of some rows only; these move together and keep their order.</summary>
    /// <param name="rows">Row by row, whether it stays.</param>
    public FeatureTable Of(ReadOnlySpan<bool> rows)
    {
        var moved = new int[rows.Length];
        int count = 0;
        for (int row = 0; row < rows.Length; row++) moved[row] = rows[row] ? count++ : -1;
        var table = new FeatureTable(count);
        foreach (ulong entry in entries)
            if (entry != 0 && moved[(int)(uint)entry] is var row and >= 0)
                table.TryAdd((uint)(entry >> 32), row);
        return table;
    }

    private bool TryAdd(uint feature, int row)
    {
        uint mask = (uint)entries.Length - 1, at = feature * 0x9E3779B1 >> shift;
        for (; entries[at] != 0; at = at + 1 & mask)
            if (entries[at] >> 32 == feature)
                return false;
        entries[at] = (ulong)feature << 32 | (uint)row;
        return true;
    }
}
