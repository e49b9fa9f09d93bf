namespace Smss.Understanding;

/// <summary>The words of a message as the crisis table reads them: which steps each fits, without those a figure of speech has taken.</summary>
internal readonly ref struct CrisisWords
{
    private const int Bits = 64;
    private readonly int stride;
    private readonly Span<ulong> fits;
    private readonly Span<ulong> taken;
    private readonly Span<ulong> present;

    /// <param name="message">The message.</param>
    /// <param name="steps">All steps there are.</param>
    /// <param name="room">As much as <see cref="RoomFor"/> says, with anything in it.</param>
    public CrisisWords(MessageWords message, CrisisSteps steps, Span<ulong> room)
    {
        Count = message.Count;
        stride = Lines(Count);
        fits = room[..(steps.Count * stride)];
        taken = room.Slice(fits.Length, stride);
        present = room.Slice(fits.Length + stride, Lines(steps.Count));
        room[..(fits.Length + stride + present.Length)].Clear();
        for (int i = 0; i < Count; i++)
            foreach ((Stem stem, int[] among) in steps.Of(Stem.BeginningOf(message.WithBorders(i)[1..])))
                if (stem.Fits(message[i]))
                    foreach (int step in among)
                    {
                        fits[step * stride + i / Bits] |= 1UL << i % Bits;
                        present[step / Bits] |= 1UL << step % Bits;
                    }
    }

    public int Count { get; }

    /// <summary>The steps that some word fits.</summary>
    public Steps Present => new(present);

    public static int RoomFor(MessageWords message, CrisisSteps steps) => (steps.Count + 1) * Lines(message.Count) + Lines(steps.Count);

    public bool Fits(int word, int step) => (fits[step * stride + word / Bits] & ~taken[word / Bits] & 1UL << word % Bits) != 0;

    public void Take(int first, int count)
    {
        for (int i = first; i < first + count; i++) taken[i / Bits] |= 1UL << i % Bits;
    }

    private static int Lines(int count) => (count + Bits - 1) / Bits;

    /// <summary>The numbers of the bits that are set.</summary>
    public ref struct Steps(ReadOnlySpan<ulong> bits)
    {
        private readonly ReadOnlySpan<ulong> bits = bits;
        private int line = -1;
        private ulong rest = 0;

        public readonly int Current => line * Bits + System.Numerics.BitOperations.TrailingZeroCount(rest);

        public readonly Steps GetEnumerator() => this;

        public bool MoveNext()
        {
            rest &= rest - 1;
            while (rest == 0)
            {
                if (++line >= bits.Length) return false;
                rest = bits[line];
            }
            return true;
        }
    }
}
