using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Smss.Abstractions;
using Smss.Host.Tests.HandOvers;
using Smss.Host.Tests.Panel;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Security;

/// <summary>Looking changes nothing: whatever a page, a list, a file or a one-time link answers to GET, the tables stay as they were.</summary>
public sealed partial class ReadingTests
{
    private const int OfOneKind = 3;

    /// <summary>Looks that are written down; this list may only become shorter.</summary>
    private static readonly string[] NotedLooks = ["platform.audit.talk-look"];

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Every_GET_of_every_route_leaves_the_tables_as_they_were(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        using Desk everything = await Desk.OfAsync(host, admin, "w.wszystko", Enum.GetValues<StaffRoles>().Aggregate((a, b) => a | b) & ~StaffRoles.Administrator);
        string invitation = await admin.InviteAsync("k.nowa", StaffRoles.Coordinator);
        Resident resident = await Heard.AskingAsync(host, "chcę kopię moich danych");
        string copy = OneTime().Match(string.Join(' ', (await resident.BotMessagesAsync()).Select(m => m.Text))).Value;
        Assert.NotEmpty(copy);
        Guid talk = await everything.TakeAsync();
        await Eventually.IsAsync("nothing is under way", () => host.Get<Database>().Count("platform_outbox") == 0);
        Dictionary<string, IReadOnlyList<string>> before = Everything(host);

        string[] paths =
        [
            .. RouteWalk.Of(host).Select(r => r.PathIn(host)), invitation, copy, $"{Desk.List}/{talk}", $"{Desk.List}/{talk}?handler=Log", $"{Desk.List}/{talk}/strumien",
        ];
        using var stranger = new StaffBrowser(host);
        int seen = 0, answered = 0;
        foreach (StaffBrowser who in (StaffBrowser[])[admin, everything.Browser, stranger])
        {
            var ahead = new Queue<string>(paths.Distinct());
            var met = ahead.ToHashSet();
            var kinds = new Dictionary<string, int>();
            while (ahead.TryDequeue(out string? path))
            {
                using HttpResponseMessage answer = await who.OpenAsync(path);
                seen++;
                if (answer.StatusCode == HttpStatusCode.OK) answered++;
                if (answer.Content.Headers.ContentType?.MediaType is not ("text/html" or "text/csv")) continue;
                string page = await StaffBrowser.TextAsync(answer);
                foreach (string link in Link().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(l => met.Add(l) && TakesMore(kinds, l))) ahead.Enqueue(link);
            }
        }
        Assert.True(seen > 250 && answered > 150, $"only {seen} answers were seen, {answered} of them good.");

        Dictionary<string, IReadOnlyList<string>> after = Everything(host);
        string[] changed = [.. after.Keys.Union(before.Keys).Where(t => !before.GetValueOrDefault(t, []).SequenceEqual(after.GetValueOrDefault(t, [])))];
        Assert.All(changed, table => Assert.True(table == "platform_audit", $"{table} was changed by a GET."));
        Assert.Empty(before["platform_audit"].Except(after["platform_audit"]));
        Assert.All(after["platform_audit"].Except(before["platform_audit"]), row => Assert.Contains(NotedLooks, look => row.Contains(look, StringComparison.Ordinal)));
        // Each of the one-time links still works.
        using var invited = new StaffBrowser(host);
        await invited.AcceptAsync(invitation, "k.nowa");
    }

    private static Dictionary<string, IReadOnlyList<string>> Everything(TestHost host) => host.Get<Database>().Names()
        .ToDictionary(t => t, t => (IReadOnlyList<string>)[.. host.Get<Database>().Strings($"SELECT * FROM \"{t}\"").Order(StringComparer.Ordinal)]);

    /// <summary>Sixty offers look alike.</summary>
    private static bool TakesMore(Dictionary<string, int> kinds, string path)
    {
        string kind = AnyId().Replace(path.Split('?')[0], "1") + (path.Contains("handler=", StringComparison.Ordinal) ? "?handler" : path.Contains('?', StringComparison.Ordinal) ? "?" : "");
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        return kinds[kind] <= OfOneKind;
    }

    [GeneratedRegex("/(uk/|en/)?kopia/[A-Za-z0-9_-]{43}")]
    private static partial Regex OneTime();

    [GeneratedRegex("<a [^>]*href=\"(/[^\"#]*)")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+")]
    private static partial Regex AnyId();
}
