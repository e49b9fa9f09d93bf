namespace Smss.Understanding;

/// <summary>Fits the temperature and the threshold on examples the model has not learned from.</summary>
internal static class Calibrator
{
    public static Calibration Fit(List<(float[] Logits, int Intent)> judged, int outOfScope)
    {
        if (judged.Count == 0) return new Calibration(1, 0.3f);
        float temperature = Temperature(judged);
        return new Calibration(temperature, Threshold(judged, temperature, outOfScope));
    }

    /// <summary>The temperature of the smallest squared error between the probabilities and the truth.</summary>
    private static float Temperature(List<(float[] Logits, int Intent)> judged)
    {
        float best = 1, least = float.MaxValue;
        for (float temperature = 0.3f; temperature < 3.05f; temperature += 0.1f)
        {
            float error = judged.Sum(j => Error(j.Logits, j.Intent, temperature));
            if (error < least) (best, least) = (temperature, error);
        }
        return best;
    }

    private static float Error(float[] logits, int intent, float temperature)
    {
        Span<float> p = stackalloc float[logits.Length];
        logits.CopyTo(p);
        Softmax.Apply(p, temperature);
        float error = 1 - 2 * p[intent];
        foreach (float x in p) error += x * x;
        return error;
    }

    /// <summary>The lowest threshold of the best accuracy: a refusal is right for what is out of scope and wrong for all else.</summary>
    private static float Threshold(List<(float[] Logits, int Intent)> judged, float temperature, int outOfScope)
    {
        float best = 0.1f;
        int most = -1;
        for (float threshold = 0.1f; threshold < 0.61f; threshold += 0.02f)
        {
            int right = judged.Count(j => Answer(j.Logits, temperature, threshold, outOfScope) == j.Intent);
            if (right > most) (best, most) = (threshold, right);
        }
        return best;
    }

    private static int Answer(float[] logits, float temperature, float threshold, int outOfScope)
    {
        Span<float> p = stackalloc float[logits.Length];
        logits.CopyTo(p);
        Softmax.Apply(p, temperature);
        int best = 0;
        for (int i = 1; i < p.Length; i++)
            if (p[i] > p[best])
                best = i;
        return p[best] < threshold ? outOfScope : best;
    }
}
