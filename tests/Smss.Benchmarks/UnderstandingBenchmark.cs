using System.Diagnostics;
using System.Globalization;
using Smss.Understanding;

namespace Smss.Benchmarks;

/// <summary>Training, loading from the cache, and messages a second on lines that were held back from training.</summary>
internal static class UnderstandingBenchmark
{
    private const int HeldBack = 5;

    public static int Run(string folder)
    {
        Utterances[] all = [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories).Where(UtteranceFile.IsNamed).Order(StringComparer.Ordinal).Select(Read)];
        Utterances[] training = [.. all.Select(u => u with { Lines = [.. u.Lines.Where((_, i) => i % HeldBack != 0)] })];
        Labelled[] held = [.. all.SelectMany(u => u.Lines.Where((_, i) => i % HeldBack == 0).Select(line => new Labelled(line, u.Language, u.Intent)))];
        string cache = Path.Combine(Path.GetTempPath(), $"smss-understanding-{Environment.ProcessId}.cache");
        var today = new DateOnly(2026, 11, 21);
        try
        {
            Say("trained", Time(() => Understander.Create(training, cache)));
            Say("loaded from the cache", Time(() => Understander.Create(training, cache)));
            Understander understander = Understander.Create(training, cache);
            Evaluation.Of(understander, held, today);
            Evaluation warm = Evaluation.Of(understander, held, today);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{held.Length} held-back messages: intent {warm.All.Accuracy:P1}, language {warm.All.LanguageAccuracy:P1}, {warm.PerSecond:F0} messages a second"));
            string longest = string.Join(' ', held.Select(h => h.Text))[..2_000];
            Say("a message of 2,000 letters, a thousand times", Time(() =>
            {
                for (int i = 0; i < 1_000; i++) understander.Understand(longest, today);
            }));
            return 0;
        }
        finally
        {
            File.Delete(cache);
        }
    }

    private static Utterances Read(string path)
    {
        using var reader = new StreamReader(path);
        return UtteranceFile.Read(path, reader);
    }

    private static TimeSpan Time(Action work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    private static void Say(string what, TimeSpan took) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {took.TotalMilliseconds:F0} ms"));
}
