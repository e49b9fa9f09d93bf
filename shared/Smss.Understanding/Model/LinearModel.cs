using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Smss.Understanding;

/// <summary>
/// One linear layer over hashed features with two heads, intents and languages: a row of signed bytes for each feature,
/// shifted left by the exponent in the row's last byte: one place in memory for each feature, as waiting for memory is what costs.
/// Sums are of integers, so that every machine gets the same result.
/// </summary>
internal sealed class LinearModel(FeatureTable table, sbyte[] weights, float unit, string[] intents, Calibration calibration)
{
    /// <summary>Rows are padded to whole vectors.</summary>
    private const int Lane = 16;
    /// <summary>Small enough that the longest message cannot overflow a sum.</summary>
    private const int MaxShift = 10;

    public FeatureTable Table => table;
    public ReadOnlySpan<sbyte> Weights => weights;
    public float Unit => unit;
    public string[] Intents => intents;
    public Calibration Calibration => calibration;
    public int Stride { get; } = StrideOf(intents.Length + Voices.Count);

    public static int StrideOf(int classes) => classes / Lane * Lane + Lane;

    /// <summary>Adds the rows of the features it knows to the sums.</summary>
    public void Accumulate(ReadOnlySpan<uint> features, Span<int> sums)
    {
        foreach (uint feature in features)
            if (table.Row(feature) is var row and >= 0)
                AddRow(row, sums);
    }

    private void AddRow(int row, Span<int> sums)
    {
        ref sbyte weight = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights), (nint)row * Stride);
        int shift = Unsafe.Add(ref weight, Stride - 1);
        ref int sum = ref MemoryMarshal.GetReference(sums);
        for (int i = 0; i < sums.Length; i += Lane)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.LoadUnsafe(ref weight, (nuint)i));
            AddTo(ref sum, i, low, shift);
            AddTo(ref sum, i + 8, high, shift);
        }
    }

    private static void AddTo(ref int sum, int at, Vector128<short> values, int shift)
    {
        (Vector128<int> low, Vector128<int> high) = Vector128.Widen(values);
        (Vector128.LoadUnsafe(ref sum, (nuint)at) + (low << shift)).StoreUnsafe(ref sum, (nuint)at);
        (Vector128.LoadUnsafe(ref sum, (nuint)at + 4) + (high << shift)).StoreUnsafe(ref sum, (nuint)at + 4);
    }

    /// <summary>Logits of the classes from <paramref name="first"/> on, for a message whose features weigh <paramref name="mass"/>.</summary>
    public void Logits(ReadOnlySpan<int> sums, int mass, int first, Span<float> logits)
    {
        float norm = unit * Norm(mass);
        for (int i = 0; i < logits.Length; i++) logits[i] = sums[first + i] * norm;
    }

    /// <summary>Keeps long and short messages on one scale.</summary>
    public static float Norm(int mass) => 1 / MathF.Sqrt(Math.Max(1, mass));

    /// <summary>Packs rows of trained weights.</summary>
    public static LinearModel Pack(FeatureTable table, ReadOnlySpan<float> weights, string[] intents, Calibration calibration)
    {
        int stride = StrideOf(intents.Length + Voices.Count);
        float unit = Math.Max(Largest(weights), 1e-6f) / (sbyte.MaxValue << MaxShift);
        var bytes = new sbyte[weights.Length];
        for (int at = 0; at < weights.Length; at += stride)
        {
            ReadOnlySpan<float> from = weights.Slice(at, stride - 1);
            float largest = Largest(from);
            int shift = 0;
            while (shift < MaxShift && largest > sbyte.MaxValue * unit * (1 << shift)) shift++;
            float step = unit * (1 << shift);
            for (int i = 0; i < from.Length; i++) bytes[at + i] = (sbyte)Math.Clamp((int)MathF.Round(from[i] / step), -sbyte.MaxValue, sbyte.MaxValue);
            bytes[at + stride - 1] = (sbyte)shift;
        }
        return new LinearModel(table, bytes, unit, intents, calibration);
    }

    private static float Largest(ReadOnlySpan<float> weights)
    {
        float largest = 0;
        foreach (float weight in weights) largest = Math.Max(largest, Math.Abs(weight));
        return largest;
    }
}

/// <summary>What a held-out slice of the examples taught about trusting the model.</summary>
/// <param name="Temperature">Divides the intents' logits.</param>
/// <param name="Threshold">Below this probability the best intent is not believed.</param>
internal readonly record struct Calibration(float Temperature, float Threshold);
