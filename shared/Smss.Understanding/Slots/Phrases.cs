using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Smss.Understanding;

/// <summary>Phrases as a trie over stems: the longest one at a place is found in as many steps as it has words.</summary>
internal sealed class Phrases(int capacity)
{
    private readonly Dictionary<long, int> _edges = new(capacity);
    private readonly List<int> _values = new(capacity) { -1 };

    /// <summary>Adds a phrase; an earlier one with the same stems stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<int> stems, int value)
    {
        int node = 0;
        foreach (int stem in stems)
        {
            ref int next = ref CollectionsMarshal.GetValueRefOrAddDefault(_edges, Edge(node, stem), out bool known);
            if (!known)
            {
                next = _values.Count;
                _values.Add(-1);
            }
            node = next;
        }
        if (node != 0 && _values[node] < 0) _values[node] = value;
    }

    /// <summary>Value of the longest phrase that begins at word <paramref name="at"/> and its number of words; -1 and 0 when none.</summary>
    public (int Value, int Length) At(ReadOnlySpan<Word> words, int at)
    {
        int node = 0, value = -1, length = 0;
        for (int i = at; i < words.Length && words[i].Stem >= 0 && _edges.TryGetValue(Edge(node, words[i].Stem), out node); i++)
        {
            if (_values[node] < 0) continue;
            value = _values[node];
            length = i - at + 1;
        }
        return (value, length);
    }

    private static long Edge(int node, int stem) => (long)node << 32 | (uint)stem;
}
