using Smss.Abstractions.Facts;

namespace Smss.Abstractions.Conversation;

/// <summary>Something to say to a resident outside a turn, on its way through the outbox.</summary>
/// <param name="ResidentId">Who is told.</param>
/// <param name="Key">What makes a repeat recognisable, over all modules.</param>
/// <param name="TextKey">Text of the module that tells.</param>
/// <param name="Values">What stands in its places.</param>
/// <param name="Consent">Topic of the consent without which it is not said; null for the answer to what they asked for.</param>
[Fact("platform.word-to-resident")]
internal sealed record WordToResident(
    string ResidentId, string Key, string TextKey, IReadOnlyDictionary<string, string> Values, string? Consent = null) : IFact;
