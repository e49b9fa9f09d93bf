namespace Smss.Faults;

/// <summary>Proves that the checker can fail: a sound record passes, and each way of breaking it is found.</summary>
internal static class SelfCheck
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static readonly Filed[] SoundNumbers = [new("IN-2026-0001", "Ławka")];

    private static readonly (string What, Func<Conversation, Conversation> Break, Filed[] Numbers)[] Breaks =
    [
        ("an acknowledged message lost", c => c with { Log = [.. c.Log.Where(e => e.Key != "k2")] }, SoundNumbers),
        ("an acknowledged message under another id", c => c with { Said = [c.Said[0], new("k2", "Tak", "Ławka") { AcknowledgedId = "c|0000009" }] }, SoundNumbers),
        ("an echo twice", c => c with { Log = [.. c.Log, c.Log[0] with { Id = "c|0000006", Timestamp = Noon.AddSeconds(6) }] }, SoundNumbers),
        ("a message nobody sent", c => c with { Log = [.. c.Log, c.Log[0] with { Id = "c|0000006", Timestamp = Noon.AddSeconds(6), Key = "k9" }] }, SoundNumbers),
        ("a text changed", c => With(c, 0, c.Log[0] with { Text = "Dzień" }), SoundNumbers),
        ("an answer missing", c => c with { Log = [.. c.Log.Take(4)] }, SoundNumbers),
        ("an answer twice", c => c with { Log = [.. c.Log, c.Log[1] with { Id = "c|0000006", Timestamp = Noon.AddSeconds(6) }] }, SoundNumbers),
        ("an answer to nothing", c => With(c, 1, c.Log[1] with { ReplyTo = "c|0000044" }), SoundNumbers),
        ("answers in the wrong order", c => c with { Log = [c.Log[0], c.Log[3] with { Id = "c|0000002" }, c.Log[4] with { Id = "c|0000003", ReplyTo = "c|0000002" }, c.Log[1] with { Id = "c|0000004" }] }, SoundNumbers),
        ("a gap in the sequence", c => With(c, 4, c.Log[4] with { Id = "c|0000007" }), SoundNumbers),
        ("a time that stands still", c => With(c, 2, c.Log[2] with { Timestamp = c.Log[1].Timestamp }), SoundNumbers),
        ("an initiative filed twice", c => c, [.. SoundNumbers, new("IN-2026-0002", "Ławka")]),
        ("an initiative not filed", c => c, []),
        ("a number given twice", c => c, [.. SoundNumbers, new("IN-2026-0001", "Inna")]),
        ("no number told", c => With(c, 4, c.Log[4] with { Text = "Dziękuję." }), SoundNumbers),
    ];

    /// <returns>How many checks were made, and which failed.</returns>
    public static (int Made, IReadOnlyList<string> Failed) Run()
    {
        var failed = new List<string>();
        if (Checker.Check([Sound()], SoundNumbers).Any()) failed.Add("a sound record was found to be broken");
        failed.AddRange(Breaks.Where(b => !Checker.Check([b.Break(Sound())], b.Numbers).Any()).Select(b => b.What + " was not noticed"));
        return (Breaks.Length + 1, failed);
    }

    private static Conversation Sound() => new(
        "c",
        [new("k1", "Dzień dobry", null) { AcknowledgedId = "c|0000001" }, new("k2", "Tak", "Ławka") { AcknowledgedId = "c|0000004" }],
        [
            new("c|0000001", Noon.AddSeconds(1), false, "k1", null, "Dzień dobry"),
            new("c|0000002", Noon.AddSeconds(2), true, null, "c|0000001", "Dzień dobry!"),
            new("c|0000003", Noon.AddSeconds(3), true, null, "c|0000001", "Czy wszystko się zgadza?"),
            new("c|0000004", Noon.AddSeconds(4), false, "k2", null, "Tak"),
            new("c|0000005", Noon.AddSeconds(5), true, null, "c|0000004", "Zapisane jako IN-2026-0001."),
        ]);

    private static Conversation With(Conversation conversation, int at, Entry entry) =>
        conversation with { Log = [.. conversation.Log.Select((e, i) => i == at ? entry : e)] };
}
