using System.Numerics;

namespace Smss.Understanding;

/// <summary>Features seen often enough to learn from, each with its row of weights: an open hash table over two flat arrays.</summary>
internal sealed class FeatureTable
{
    private readonly uint[] keys;
    private readonly int[] rows;
    private readonly int shift;

    public FeatureTable(uint[] keys, int[] rows)
    {
        this.keys = keys;
        this.rows = rows;
        shift = 32 - BitOperations.Log2((uint)keys.Length);
    }

    public ReadOnlySpan<uint> Keys => keys;
    public ReadOnlySpan<int> Rows => rows;

    /// <summary>Row of the feature, or -1.</summary>
    public int Row(uint feature)
    {
        uint mask = (uint)keys.Length - 1;
        for (uint at = feature * 0x9E3779B1 >> shift; keys[at] != 0; at = at + 1 & mask)
            if (keys[at] == feature)
                return rows[at];
        return -1;
    }

    /// <summary>Every feature that occurs at least <paramref name="often"/> times gets a row, in order of first appearance.</summary>
    public static FeatureTable Of(ReadOnlySpan<uint> occurrences, int often, out int count)
    {
        var counted = new FeatureCount(occurrences);
        var keys = new uint[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, counted.AtLeast(often) * 2))];
        var table = new FeatureTable(keys, new int[keys.Length]);
        count = 0;
        foreach (uint feature in occurrences)
            if (counted[feature] >= often && table.TryAdd(feature, count))
                count++;
        return table;
    }

    /// <summary>A table of rows that are known already.</summary>
    public static FeatureTable Of(Dictionary<uint, int> rows)
    {
        var keys = new uint[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, rows.Count * 4))];
        var table = new FeatureTable(keys, new int[keys.Length]);
        foreach ((uint feature, int row) in rows) table.TryAdd(feature, row);
        return table;
    }

    private bool TryAdd(uint feature, int row)
    {
        uint mask = (uint)keys.Length - 1, at = feature * 0x9E3779B1 >> shift;
        for (; keys[at] != 0; at = at + 1 & mask)
            if (keys[at] == feature)
                return false;
        keys[at] = feature;
        rows[at] = row;
        return true;
    }

    /// <summary>How often each feature occurs; lives only while the table is made.</summary>
    private sealed class FeatureCount
    {
        private readonly uint[] keys;
        private readonly int[] counts;
        private readonly int shift;

        public FeatureCount(ReadOnlySpan<uint> occurrences)
        {
            int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(occurrences.Length, 16, 1 << 21));
            keys = new uint[size];
            counts = new int[size];
            shift = 32 - BitOperations.Log2((uint)size);
            int used = 0;
            foreach (uint feature in occurrences)
            {
                int at = Find(feature);
                if (keys[at] == 0 && used++ < size / 4 * 3) keys[at] = feature;
                counts[at]++;
            }
        }

        public int this[uint feature] => Find(feature) is var at && keys[at] == feature ? counts[at] : 0;

        public int AtLeast(int often)
        {
            int enough = 0;
            for (int i = 0; i < keys.Length; i++)
                if (keys[i] != 0 && counts[i] >= often)
                    enough++;
            return enough;
        }

        private int Find(uint feature)
        {
            uint mask = (uint)keys.Length - 1, at = feature * 0x9E3779B1 >> shift;
            while (keys[at] != 0 && keys[at] != feature) at = at + 1 & mask;
            return (int)at;
        }
    }
}
