using System.Numerics;
using System.Runtime.InteropServices;

namespace Smss.Understanding;

/// <summary>
/// Multinomial logistic regression with two heads by stochastic gradient, with one AdaGrad rate for each feature and L2.
/// Nine tenths of the examples are learned first, the last tenth calibrates, then everything is gone through once more.
/// </summary>
internal sealed class Trainer
{
    private const int Rounds = 6;
    private const float Rate = 0.6f;
    private const float Decay = 2e-6f;
    private const float Enough = 0.97f;

    private readonly TrainingSet set;
    private readonly Vocabulary vocabulary;
    private readonly int[] rowsOfFeatures;
    private readonly int stride;
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly float[] gradient;
    private readonly float[] logits;

    private Trainer(TrainingSet set)
    {
        this.set = set;
        vocabulary = Vocabulary.Of(set.Features, often: 2, out int rows);
        stride = LinearModel.StrideOf(set.Intents.Length + Voices.Count);
        weights = new float[(rows + 1) * stride];
        squares = new float[rows + 1];
        gradient = new float[stride];
        logits = new float[stride];
        rowsOfFeatures = new int[set.Features.Length];
        for (int i = 0; i < rowsOfFeatures.Length; i++) rowsOfFeatures[i] = vocabulary.Row(set.Features[i]) + 1;
    }

    public static LinearModel Train(TrainingSet set)
    {
        var trainer = new Trainer(set);
        var dice = new Dice(42);
        Example[] learned = [.. set.Examples.Where(e => !e.HeldOut)];
        for (int round = 0; round < Rounds; round++) trainer.Go(learned, ref dice, Rate);
        Calibration calibration = Calibrator.Fit(trainer.Judge(set.Examples.Where(e => e.HeldOut && e.Intent >= 0)), Array.IndexOf(set.Intents, Meaning.OutOfScope));
        trainer.Go([.. set.Examples], ref dice, Rate);
        return trainer.Freeze(calibration);
    }

    private void Go(Example[] examples, ref Dice dice, float rate)
    {
        dice.Shuffle<Example>(examples);
        foreach (Example example in examples) Learn(example, rate);
    }

    private void Learn(Example example, float rate)
    {
        ReadOnlySpan<int> rows = rowsOfFeatures.AsSpan(example.Start, example.Length);
        float norm = LinearModel.Norm(example.Length);
        Score(rows, norm);
        int intents = set.Intents.Length;
        bool learned = Turn(0, intents, example.Intent) & Turn(intents, Voices.Count, example.Language);
        if (learned) return;
        gradient.AsSpan(intents + Voices.Count).Clear();
        float size = 0;
        foreach (float g in gradient) size += g * g;
        size *= norm * norm;
        Step(0, rate, size, norm);
        foreach (int row in rows)
            if (row > 0)
                Step(row, rate, size, norm);
    }

    private void Score(ReadOnlySpan<int> rows, float norm)
    {
        weights.AsSpan(0, stride).CopyTo(logits);
        Span<Vector<float>> sum = MemoryMarshal.Cast<float, Vector<float>>(logits.AsSpan());
        foreach (int row in rows)
        {
            if (row == 0) continue;
            ReadOnlySpan<Vector<float>> weight = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(row * stride, stride));
            for (int i = 0; i < sum.Length; i++) sum[i] += weight[i];
        }
        for (int i = 0; i < sum.Length; i++) sum[i] *= norm;
    }

    /// <summary>Puts the gradient of one head in place; whether the head was sure enough to leave it.</summary>
    private bool Turn(int first, int count, int wanted)
    {
        Span<float> head = logits.AsSpan(first, count), to = gradient.AsSpan(first, count);
        to.Clear();
        if (wanted < 0) return true;
        Softmax.Apply(head);
        if (head[wanted] > Enough) return true;
        head.CopyTo(to);
        to[wanted] -= 1;
        return false;
    }

    private void Step(int row, float rate, float size, float norm)
    {
        squares[row] += size;
        var step = new Vector<float>(rate * norm / MathF.Sqrt(squares[row]));
        var keep = new Vector<float>(1 - Decay);
        Span<Vector<float>> weight = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(row * stride, stride));
        ReadOnlySpan<Vector<float>> turn = MemoryMarshal.Cast<float, Vector<float>>(gradient.AsSpan());
        for (int i = 0; i < weight.Length; i++) weight[i] = weight[i] * keep - turn[i] * step;
    }

    private List<(float[] Logits, int Intent)> Judge(IEnumerable<Example> examples)
    {
        var judged = new List<(float[], int)>();
        foreach (Example example in examples)
        {
            Score(rowsOfFeatures.AsSpan(example.Start, example.Length), LinearModel.Norm(example.Length));
            judged.Add((logits[..set.Intents.Length], example.Intent));
        }
        return judged;
    }

    private LinearModel Freeze(Calibration calibration)
    {
        var scales = new float[stride];
        for (int i = 0; i < weights.Length; i++) scales[i % stride] = Math.Max(scales[i % stride], Math.Abs(weights[i]));
        for (int i = 0; i < stride; i++) scales[i] = Math.Max(scales[i], 1e-9f) / 127;
        var bytes = new sbyte[weights.Length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (sbyte)Math.Clamp((int)MathF.Round(weights[i] / scales[i % stride]), -127, 127);
        return new LinearModel(vocabulary, bytes, scales, set.Intents, calibration);
    }
}
