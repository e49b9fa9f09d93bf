namespace Smss.Host.Tests.Transcripts;

/// <summary>
/// Plays every conversation of <c>tests/transcripts</c> against the whole host and compares each line of the bot.
/// <c>SMSS_TRANSCRIPTS_WRITE=1</c> writes what the bot says into the files, for a human to review the difference.
/// </summary>
public abstract class TranscriptTests
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("SMSS_TRANSCRIPTS_WRITE") == "1";

    public static IEnumerable<TheoryDataRow<string, Db>> In(string language) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Transcripts, language), "*.chat").Order(StringComparer.Ordinal)
        from db in new Transcript(File.ReadAllText(file)).AlsoOnPostgres ? [Db.Sqlite, Db.Postgres] : (Db[])[Db.Sqlite]
        select new TheoryDataRow<string, Db>($"{language}/{Path.GetFileName(file)}", db);

    protected static async Task PlayAsync(string file, Db db)
    {
        string path = Path.Combine(Repository.Transcripts, file);
        var transcript = new Transcript(await File.ReadAllTextAsync(path));
        await using TestHost host = await TestHost.StartAsync(new HostSetup { Db = db, Clock = transcript.Clock });
        string played = await transcript.PlayAsync(host);
        if (Rewrite && db == Db.Sqlite) await File.WriteAllTextAsync(path, played);
        else Assert.True(transcript.Text == played, $"{file}: line {FirstDifference(transcript.Text, played)} differs. The whole conversation as it is:\n\n{played}");
    }

    private static int FirstDifference(string wanted, string played) =>
        wanted.Split('\n').Zip(played.Split('\n')).TakeWhile(pair => pair.First == pair.Second).Count() + 1;
}

public sealed class PolishTranscripts : TranscriptTests
{
    public static IEnumerable<TheoryDataRow<string, Db>> Files => In("pl");

    [Theory, MemberData(nameof(Files))]
    public Task A_conversation_in_Polish_goes_as_written(string file, Db db) => PlayAsync(file, db);
}

public sealed class UkrainianTranscripts : TranscriptTests
{
    public static IEnumerable<TheoryDataRow<string, Db>> Files => In("uk");

    [Theory, MemberData(nameof(Files))]
    public Task A_conversation_in_Ukrainian_goes_as_written(string file, Db db) => PlayAsync(file, db);
}

public sealed class EnglishTranscripts : TranscriptTests
{
    public static IEnumerable<TheoryDataRow<string, Db>> Files => In("en");

    [Theory, MemberData(nameof(Files))]
    public Task A_conversation_in_English_goes_as_written(string file, Db db) => PlayAsync(file, db);
}

/// <summary>The collection as a whole keeps what was promised of it.</summary>
public sealed class TranscriptCollection
{
    [Fact]
    public void There_are_conversations_in_all_three_languages_and_some_run_on_both_databases()
    {
        Transcript[] all = [.. Directory.EnumerateFiles(Repository.Transcripts, "*.chat", SearchOption.AllDirectories).Select(f => new Transcript(File.ReadAllText(f)))];
        Assert.Equal(["en", "pl", "uk"], all.Select(t => t.Language).Distinct().Order());
        Assert.Contains(all, t => t.AlsoOnPostgres);
    }
}
