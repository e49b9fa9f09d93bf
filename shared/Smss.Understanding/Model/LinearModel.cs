using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Smss.Understanding;

/// <summary>
/// One linear layer over hashed features with two heads, intents and languages: a row of signed bytes for each feature, a scale for each class.
/// Sums are of integers, so that every machine gets the same result.
/// </summary>
internal sealed class LinearModel(Vocabulary vocabulary, sbyte[] weights, float[] scales, string[] intents, Calibration calibration)
{
    /// <summary>Rows are padded to whole vectors.</summary>
    public const int Lane = 16;

    public Vocabulary Vocabulary => vocabulary;
    public ReadOnlySpan<sbyte> Weights => weights;
    public ReadOnlySpan<float> Scales => scales;
    public string[] Intents => intents;
    public Calibration Calibration => calibration;
    public int Stride => scales.Length;

    public static int StrideOf(int classes) => (classes + Lane - 1) / Lane * Lane;

    /// <summary>Adds the rows of the features to the sums; how many features it knew.</summary>
    public int Accumulate(ReadOnlySpan<uint> features, Span<int> sums)
    {
        int known = 0;
        foreach (uint feature in features)
        {
            int row = vocabulary.Row(feature);
            if (row < 0) continue;
            known++;
            AddRow(row, sums);
        }
        return known;
    }

    /// <summary>Row 0 belongs to no feature: it is added to every message.</summary>
    public void AddRow(int row, Span<int> sums)
    {
        ref sbyte weight = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights), (nint)row * Stride);
        ref int sum = ref MemoryMarshal.GetReference(sums);
        for (int i = 0; i < sums.Length; i += Lane)
        {
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.LoadUnsafe(ref weight, (nuint)i));
            AddTo(ref sum, i, low);
            AddTo(ref sum, i + 8, high);
        }
    }

    private static void AddTo(ref int sum, int at, Vector128<short> values)
    {
        (Vector128<int> low, Vector128<int> high) = Vector128.Widen(values);
        (Vector128.LoadUnsafe(ref sum, (nuint)at) + low).StoreUnsafe(ref sum, (nuint)at);
        (Vector128.LoadUnsafe(ref sum, (nuint)at + 4) + high).StoreUnsafe(ref sum, (nuint)at + 4);
    }

    /// <summary>Logits of the classes from <paramref name="first"/> on, for a message of so many features.</summary>
    public void Logits(ReadOnlySpan<int> sums, int features, int first, Span<float> logits)
    {
        float norm = Norm(features);
        for (int i = 0; i < logits.Length; i++) logits[i] = sums[first + i] * scales[first + i] * norm;
    }

    /// <summary>Keeps long and short messages on one scale.</summary>
    public static float Norm(int features) => 1 / MathF.Sqrt(Math.Max(1, features));
}

/// <summary>What a held-out slice of the examples taught about trusting the model.</summary>
/// <param name="Temperature">Divides the intents' logits.</param>
/// <param name="Threshold">Below this probability the best intent is not believed.</param>
internal readonly record struct Calibration(float Temperature, float Threshold);
