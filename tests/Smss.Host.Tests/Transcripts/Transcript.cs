using System.Text;
using System.Text.RegularExpressions;

namespace Smss.Host.Tests.Transcripts;

/// <summary>
/// A conversation as a text file. Head: <c>zegar: 2026-11-23 10:15</c>, <c>język: pl</c>, optionally <c>także: postgres</c>.
/// Then <c>&gt;</c> what the resident writes, <c>&lt;</c> what the bot answers (indented lines go on), <c>~</c> what happens
/// besides, <c>#</c> a remark.
/// </summary>
internal sealed partial class Transcript
{
    private readonly string[] _lines;

    public Transcript(string text)
    {
        _lines = text.Split('\n');
        Text = text;
    }

    public string Text { get; }
    public string Clock => Head("zegar") ?? throw new FormatException("The head lacks \"zegar: 2026-11-23 10:15\".");
    public string Language => Head("język") ?? throw new FormatException("The head lacks \"język: pl\".");
    public bool AlsoOnPostgres => Head("także") == "postgres";

    /// <summary>Plays the resident's lines against a host; returns the file with what the bot really said.</summary>
    public async Task<string> PlayAsync(TestHost host)
    {
        Resident resident = await Resident.ComeAsync(host, Language);
        bool isIn = false;
        var played = new StringBuilder();
        foreach (string line in _lines.Where(l => !IsBotLine(l)))
        {
            played.Append(line).Append('\n');
            if (line.StartsWith("~ ", StringComparison.Ordinal) && line[2..] is var what)
            {
                if (what.Split(' ')[0] is not "zegar" and not "restart") isIn = true;
                foreach (BotMessage message in await HappenAsync(host, resident, what)) Write(message, played);
            }
            if (!line.StartsWith("> ", StringComparison.Ordinal)) continue;
            if (!isIn) await resident.JoinAsync();
            isIn = true;
            foreach (BotMessage message in await resident.SayAsync(line[2..])) Write(message, played);
        }
        return played.ToString().TrimEnd('\n') + "\n";
    }

    private static async Task<IReadOnlyList<BotMessage>> HappenAsync(TestHost host, Resident resident, string what)
    {
        switch (what.Split(' '))
        {
            case ["wejście"]:
                return await resident.JoinAsync();
            case ["od", "razu"]:
                return [];
            case ["nowa", "rozmowa"]:
                // The old one is closed: coming back with its key opens another.
                await resident.ReturnAsync();
                return await resident.JoinAsync();
            case ["restart"]:
                await host.RestartAsync();
                await resident.ReturnAsync();
                return [];
            case ["zegar", ['+', .. var many, var unit]]:
                double n = double.Parse(many);
                host.Clock.Advance(unit switch { 'd' => TimeSpan.FromDays(n), 'h' => TimeSpan.FromHours(n), _ => TimeSpan.FromMinutes(n) });
                await resident.ReturnAsync();
                return [];
            case ["długa", "wiadomość", var letters]:
                return await resident.SayAsync(string.Concat(Enumerable.Repeat("bla ", int.Parse(letters) / 4)) + "bla");
            default:
                throw new FormatException($"Nobody knows what \"~ {what}\" is.");
        }
    }

    private static void Write(BotMessage message, StringBuilder played)
    {
        string start = "< ";
        IEnumerable<string> lines =
        [
            .. message.Text.Split('\n'),
            .. message.Cards.SelectMany(c => (IEnumerable<string>)[.. $"{c.Title}\n{c.Text}".Split('\n'), .. c.Links.Select(l => $"({l.Label}) {l.Url}")]).Select(l => "| " + l),
            .. message.Buttons.Count == 0 ? (string[])[] : [string.Join(' ', message.Buttons.Select(b => $"[{b}]"))],
        ];
        foreach (string line in lines)
        {
            // Ids of things filed in the test and one-time links are random.
            played.Append((start + AnyId().Replace(line, "…")).TrimEnd()).Append('\n');
            start = "  ";
        }
    }

    private static bool IsBotLine(string line) => line.StartsWith('<') || line.StartsWith("  ", StringComparison.Ordinal);

    private string? Head(string name) =>
        _lines.TakeWhile(l => !l.StartsWith('>') && !l.StartsWith('~'))
            .FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.Ordinal))?[(name.Length + 1)..].Trim();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|(?<=/kopia/)[A-Za-z0-9_-]{43}")]
    private static partial Regex AnyId();
}
