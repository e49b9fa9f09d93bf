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
    public static FeatureTable Of(ReadOnlyMemory<uint> occurrences, int often, out int count)
    {
        var counted = new ulong[FeatureCount.Parts][];
        Parallel.For(0, counted.Length, part => counted[part] = new FeatureCount(occurrences.Span, part).AtLeast(often));
        ulong[] rows = [.. counted.SelectMany(c => c)];
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

    /// <summary>How often each feature of one part occurs; lives only while the table is made.</summary>
    private sealed class FeatureCount
    {
        /// <summary>Always as many, whatever the number of cores, so that the outcome is the same.</summary>
        public const int Parts = 4;
        private readonly uint[] keys;
        private readonly int[] counts;
        private readonly int shift;

        public FeatureCount(ReadOnlySpan<uint> occurrences, int part)
        {
            int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(occurrences.Length, 16, 1 << 20));
            keys = new uint[size];
            counts = new int[size];
            shift = 32 - BitOperations.Log2((uint)size);
            int used = 0;
            foreach (uint feature in occurrences)
            {
                if ((feature >> 2) % Parts != part) continue;
                int at = Find(feature);
                if (keys[at] == 0 && used++ < size / 4 * 3) keys[at] = feature;
                counts[at]++;
            }
        }

        /// <summary>How often and what, of each that is frequent enough.</summary>
        public ulong[] AtLeast(int often)
        {
            var enough = new List<ulong>(keys.Length / 4);
            for (int i = 0; i < keys.Length; i++)
                if (keys[i] != 0 && counts[i] >= often)
                    enough.Add((ulong)counts[i] << 32 | keys[i]);
            return [.. enough];
        }

        private int Find(uint feature)
        {
            uint mask = (uint)keys.Length - 1, at = feature * 0x9E3779B1 >> shift;
            while (keys[at] != 0 && keys[at] != feature) at = at + 1 & mask;
            return (int)at;
        }
    }
}
