namespace Smss.Understanding;

/// <summary>Fixed-seed random numbers (SplitMix64), the same on every run, machine and framework version.</summary>
internal struct Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>The luck of a text (FNV-1a): the same on every machine and at every start.</summary>
    public static ulong SeedOf(ReadOnlySpan<char> text)
    {
        ulong seed = 14695981039346656037;
        foreach (char c in text) seed = (seed ^ c) * 1099511628211;
        return seed;
    }

    public int Next(int below) => (int)(Draw() >> 33) % below;

    /// <summary>Any number.</summary>
    public ulong Draw()
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
