namespace Smss.Understanding;

/// <summary>Softmax with an exponential of our own: the platform's differs in the last bit between machines.</summary>
internal static class Softmax
{
    /// <summary>Turns logits, divided by the temperature, into probabilities in place.</summary>
    public static void Apply(Span<float> logits, float temperature = 1)
    {
        if (logits.IsEmpty) return;
        float best = logits[0];
        foreach (float logit in logits) best = Math.Max(best, logit);
        float sum = 0;
        for (int i = 0; i < logits.Length; i++) sum += logits[i] = Exp((logits[i] - best) / temperature);
        for (int i = 0; i < logits.Length; i++) logits[i] /= sum;
    }

    /// <summary>e to the power of x for x of at most 0, to about seven digits.</summary>
    public static float Exp(float x)
    {
        if (x < -80) return 0;
        float power = x * 1.44269504f;
        int whole = (int)(power - 0.5f);
        float r = (power - whole) * 0.693147181f;
        float series = 1 + r * (1 + r * (0.5f + r * (0.166666667f + r * (0.0416666667f + r * (0.00833333333f + r * 0.00138888889f)))));
        return series * BitConverter.Int32BitsToSingle(whole + 127 << 23);
    }
}
