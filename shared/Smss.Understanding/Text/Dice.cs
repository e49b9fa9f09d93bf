namespace Smss.Understanding;

/// <summary>Fixed-seed random numbers (SplitMix64), the same on every run, machine and framework version.</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed;

    public int Next(int below)
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) >> 33) % below;
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
