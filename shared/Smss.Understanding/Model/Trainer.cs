using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Smss.Understanding;

/// <summary>
/// Multinomial logistic regression with two heads by stochastic gradient, with one AdaGrad rate for each feature and a falling step.
/// Nine tenths of the examples are learned first, the last tenth calibrates, then everything is gone through once more.
/// A batch is judged by the same weights on all cores, then each core mends rows of its own in the order of the examples:
/// the model is the same, bit for bit, on any number of them.
/// </summary>
internal sealed class Trainer
{
    private const int Rounds = 1;
    private const float Rate = 1;
    private const float Enough = 0.97f;
    private const int Often = 2;
    private const double Dispensable = 0.4;
    private const int RowsAtOnce = 1 << 18;
    private const int Ahead = 12;
    private const int BatchSize = 128;
    private const int MostCores = 4;

    private readonly TrainingSet set;
    private readonly int cores;
    private readonly FeatureTable table;
    private readonly int[] rows;
    private readonly float[] values;
    private readonly int stride;
    private readonly int crisis;
    private readonly float[] weights;
    private readonly float[] squares;
    private readonly Lesson[] lessons;
    private readonly bool[] known;

    private Trainer(TrainingSet set, int cores)
    {
        this.set = set;
        this.cores = cores;
        crisis = Array.IndexOf(set.Intents, Meaning.Crisis);
        table = FeatureTable.Of([.. set.Examples.Where(e => !e.Misspelt).Select(e => set.Features.Slice(e.Start, e.Length))], Often, out int count);
        stride = LinearModel.StrideOf(set.Intents.Length + Voices.Count);
        weights = new float[count * stride];
        squares = new float[count];
        values = new float[count];
        lessons = [.. Enumerable.Range(0, BatchSize).Select(_ => new Lesson(stride))];
        known = new bool[set.Examples.Count];
        foreach (ulong entry in table.Entries)
            if (entry != 0)
                values[(uint)entry] = FeatureWriter.WeightOf((uint)(entry >> 32));
        rows = new int[set.Features.Length];
        Parallel.ForEach(Partitioner.Create(0, rows.Length, RowsAtOnce), part =>
        {
            ReadOnlySpan<uint> features = set.Features.Span;
            for (int i = part.Item1; i < part.Item2; i++) rows[i] = table.Row(features[i]);
        });
    }

    public static LinearModel Train(TrainingSet set) => Train(set, Math.Min(MostCores, Environment.ProcessorCount));

    internal static LinearModel Train(TrainingSet set, int cores)
    {
        var trainer = new Trainer(set, cores);
        for (int round = 0; round < Rounds; round++) trainer.Go(set.Examples.Where(e => !e.HeldOut), round, Rate * (Rounds + 1 - round) / (Rounds + 1));
        List<(float[], int)> judged = trainer.Judge(set.Examples.Where(e => e.HeldOut && e.Intent >= 0));
        Task<Calibration> calibration = Task.Run(() => Calibrator.Fit(judged, Array.IndexOf(set.Intents, Meaning.OutOfScope)));
        trainer.Go(set.Examples, Rounds, Rate / (Rounds + 1));
        return trainer.Pack(calibration.GetAwaiter().GetResult());
    }

    /// <summary>What was known a round ago rests for one round.</summary>
    private void Go(IEnumerable<Example> among, int round, float rate)
    {
        Example[] examples = [.. among.Where(e => !known[e.Number])];
        Array.Clear(known);
        Array.Sort(Array.ConvertAll(examples, e => new Dice(e.Seed + ((ulong)round << 32)).Draw()), examples);
        for (int at = 0; at < examples.Length; at += BatchSize) Learn(examples.AsMemory(at, Math.Min(BatchSize, examples.Length - at)), rate);
    }

    private void Learn(ReadOnlyMemory<Example> batch, float rate)
    {
        Parallel.For(0, cores, core =>
        {
            for (int i = core; i < batch.Length; i += cores) Judge(batch.Span[i], lessons[i]);
        });
        Parallel.For(0, cores, core =>
        {
            for (int i = 0; i < batch.Length; i++)
                if (!known[batch.Span[i].Number])
                    Mend(batch.Span[i], lessons[i], rate, core);
        });
    }

    private void Judge(in Example example, Lesson lesson)
    {
        Score(RowsOf(example), LinearModel.Norm(example.Mass), lesson.Logits);
        int intents = set.Intents.Length;
        known[example.Number] = Turn(lesson, 0, intents, example.Intent) & Turn(lesson, intents, Voices.Count, example.Language);
        lesson.Size = 0;
        foreach (float g in lesson.Gradient) lesson.Size += g * g;
    }

    private void Mend(in Example example, Lesson lesson, float rate, int core)
    {
        float norm = LinearModel.Norm(example.Mass);
        foreach (int row in RowsOf(example))
            if (row >= 0 && row % cores == core)
                Step(row, rate, lesson, norm * values[row]);
    }

    private ReadOnlySpan<int> RowsOf(in Example example) => rows.AsSpan(example.Start, example.Length);

    private void Score(ReadOnlySpan<int> present, float norm, Span<float> logits)
    {
        logits.Clear();
        Span<Vector<float>> sum = MemoryMarshal.Cast<float, Vector<float>>(logits);
        for (int at = 0; at < present.Length; at++)
        {
            if (at + Ahead < present.Length) Fetch(present[at + Ahead]);
            int row = present[at];
            if (row < 0) continue;
            var value = new Vector<float>(norm * values[row]);
            ReadOnlySpan<Vector<float>> weight = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(row * stride, stride));
            for (int i = 0; i < sum.Length; i++) sum[i] += weight[i] * value;
        }
    }

    /// <summary>Has a row brought nearer while others are worked on: the table is larger than any cache, and waiting for it was a third of the training.</summary>
    private unsafe void Fetch(int row)
    {
        const int line = 64 / sizeof(float);
        if (row < 0 || !Sse.IsSupported) return;
        ref float first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(weights), (nint)row * stride);
        for (int at = 0; at < stride; at += line) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref first, at)));
    }

    /// <summary>Puts the gradient of one head in place; whether the head was sure enough to be left alone.</summary>
    private bool Turn(Lesson lesson, int first, int count, int wanted)
    {
        Span<float> head = lesson.Logits.AsSpan(first, count), to = lesson.Gradient.AsSpan(first, count);
        to.Clear();
        if (wanted < 0 && (wanted != Example.AnyButCrisis || crisis < 0)) return true;
        Softmax.Apply(head);
        if (wanted == Example.AnyButCrisis) return TurnFrom(crisis, head, to);
        if (head[wanted] > Enough) return true;
        head.CopyTo(to);
        to[wanted] -= 1;
        return false;
    }

    /// <summary>Away from one class, while it stays open which of the others is meant.</summary>
    private static bool TurnFrom(int unwanted, ReadOnlySpan<float> head, Span<float> to)
    {
        float wrong = head[unwanted], rest = 1 - wrong;
        if (rest > Enough) return true;
        for (int i = 0; i < head.Length; i++) to[i] = i == unwanted ? wrong : -wrong * head[i] / Math.Max(rest, 1e-6f);
        return false;
    }

    private void Step(int row, float rate, Lesson lesson, float value)
    {
        squares[row] += lesson.Size * value * value;
        var step = new Vector<float>(rate * value / MathF.Sqrt(squares[row]));
        Span<Vector<float>> weight = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(row * stride, stride));
        ReadOnlySpan<Vector<float>> turn = MemoryMarshal.Cast<float, Vector<float>>(lesson.Gradient.AsSpan());
        for (int i = 0; i < weight.Length; i++) weight[i] -= turn[i] * step;
    }

    private List<(float[] Logits, int Intent)> Judge(IEnumerable<Example> examples)
    {
        var judged = new List<(float[], int)>();
        foreach (Example example in examples)
        {
            var logits = new float[stride];
            Score(RowsOf(example), LinearModel.Norm(example.Mass), logits);
            judged.Add((logits[..set.Intents.Length], example.Intent));
        }
        return judged;
    }

    /// <summary>Without the rows that say least or were learned from least: they would cost memory for as long as the host runs and change next to nothing.</summary>
    private LinearModel Pack(Calibration calibration)
    {
        var strength = new float[squares.Length];
        Parallel.For(0, strength.Length, row =>
        {
            float largest = 0;
            foreach (ref float weight in weights.AsSpan(row * stride, stride)) largest = Math.Max(largest, Math.Abs(weight *= values[row]));
            strength[row] = largest * MathF.Sqrt(squares[row]);
        });
        float[] byStrength = [.. strength];
        Array.Sort(byStrength);
        float least = byStrength.ElementAtOrDefault((int)(strength.Length * Dispensable));
        bool[] kept = Array.ConvertAll(strength, s => s >= least);
        int count = 0;
        for (int row = 0; row < kept.Length; row++)
            if (kept[row])
                weights.AsSpan(row * stride, stride).CopyTo(weights.AsSpan(count++ * stride));
        return LinearModel.Pack(table.Of(kept), weights.AsSpan(0, count * stride), set.Intents, calibration);
    }

    /// <summary>What one example of a batch teaches.</summary>
    private sealed class Lesson(int stride)
    {
        public float[] Logits { get; } = new float[stride];
        public float[] Gradient { get; } = new float[stride];
        /// <summary>The gradient's length, squared.</summary>
        public float Size { get; set; }
    }
}
