namespace Smss.Understanding;

/// <summary>Slots of few values: contract, experience, what costs nothing, and employers known by name.</summary>
internal readonly record struct TermReader(string? Contract, Found ContractWords, string? Experience, bool Free, Found Employer)
{
    public static TermReader Find(Lexicon lexicon, Message message)
    {
        string? contract = null, experience = null;
        bool free = false;
        Found employer = Found.Nothing, contractWords = Found.Nothing;
        for (int i = 0; i < message.Count;)
        {
            var (index, length) = lexicon.Terms.At(message.Words, i);
            if (length == 0) { i++; continue; }
            var term = lexicon.TermList[index];
            switch (term.Slot)
            {
                // "Dorywczo w weekendy": the narrower counts.
                case "contract" when contract is null || contract == "temporary" && term.Value == "weekend": (contract, contractWords) = (term.Value, new Found(index, i, length)); break;
                case "experience": experience ??= term.Value; break;
                case "free": free = true; break;
                case "employer" when employer.Index < 0: employer = new Found(index, i, length); break;
            }
            i += length;
        }
        return new TermReader(contract, contractWords, experience, free, employer);
    }
}
