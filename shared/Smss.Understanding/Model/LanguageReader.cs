namespace Smss.Understanding;

/// <summary>Settles the language from the model's language head, the script and the hint.</summary>
internal static class LanguageReader
{
    private const float HintWeight = 1.5f;
    private const float HintWeightInAWord = 3;
    /// <summary>Every Ukrainian example is also learned in Latin letters; residents write so far more rarely.</summary>
    private const float NotRomanised = 1;
    /// <summary>Foreign tongues are rarer here than in the examples, and one short word proves none.</summary>
    private const float NotForeign = 1;
    private const float NotForeignInAWord = 3;
    private const int FewLetters = 9;
    private const float Impossible = -50;

    public static VoiceOf Decide(Span<float> logits, in Script script, Language? hint)
    {
        bool spoken = hint is { } h && h != Language.Other;
        if (script.Letters == 0) return spoken ? Voices.Of(hint!.Value) : VoiceOf.Pl;
        if (script.Foreign * 2 > script.Letters) return VoiceOf.Other;
        // Two Latin letters, "ok" or those of "IN-2026-0042", belong to every language here.
        if (spoken && script.Letters <= 2 && script.Cyrillic == 0) return Voices.Of(hint!.Value);
        Exclude(logits, script);
        logits[(int)VoiceOf.Other] -= script.Letters < FewLetters ? NotForeignInAWord : NotForeign;
        if (spoken) logits[(int)hint!.Value] += script.Letters < FewLetters ? HintWeightInAWord : HintWeight;
        return (VoiceOf)Best(logits);
    }

    /// <summary>Letters rule languages out.</summary>
    private static void Exclude(Span<float> logits, in Script script)
    {
        if (script.Cyrillic == 0)
        {
            logits[(int)VoiceOf.Russian] += Impossible;
            logits[(int)VoiceOf.PolishByEar] += Impossible;
            logits[(int)VoiceOf.Uk] -= NotRomanised;
        }
        if (script.Latin == 0)
        {
            logits[(int)VoiceOf.Pl] += Impossible;
            logits[(int)VoiceOf.En] += Impossible;
        }
        // An English sentence may name "Różanka"; a word or two with such a letter are Polish.
        if (script.Polish > 0 && script.Letters < FewLetters) logits[(int)VoiceOf.En] += Impossible;
        if (script.Ukrainian > script.Russian) logits[(int)VoiceOf.Russian] += Impossible;
        if (script.Russian > script.Ukrainian && script.Foreign == 0) logits[(int)VoiceOf.Uk] += Impossible;
    }

    private static int Best(ReadOnlySpan<float> logits)
    {
        int best = 0;
        for (int i = 1; i < logits.Length; i++)
            if (logits[i] > logits[best])
                best = i;
        return best;
    }
}
