using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Smss.Host.Tests.Probe;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Privacy;

/// <summary>"Chcę kopię moich danych": a link that works once, for a day, to everything that is held.</summary>
public sealed partial class CopyTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task The_page_shows_everything_once_and_gives_it_as_a_file_once(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync("mieszkam na Zimorodkowej <b>7</b>");
        await resident.SayAsync("popieram IN-2026-0012");
        string path = await LinkAsync(resident);

        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(path)).StatusCode);
        Assert.DoesNotContain("Zimorodkowej", await host.Http.GetStringAsync(path), StringComparison.Ordinal);
        using HttpResponseMessage shown = await host.Http.PostAsync(path, null);
        string page = await shown.Content.ReadAsStringAsync();
        Assert.Contains("<bdi>mieszkam na Zimorodkowej &lt;b&gt;7&lt;/b&gt;</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("IN-2026-0012", page, StringComparison.Ordinal);
        Assert.Equal(("no-store", "no-referrer"), (shown.Headers.CacheControl!.ToString(), shown.Headers.GetValues("Referrer-Policy").Single()));
        Assert.False(shown.Headers.Contains("Set-Cookie"));
        Assert.Equal(HttpStatusCode.Gone, (await host.Http.PostAsync(path, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await host.Http.GetAsync(path)).StatusCode);

        string token = FileToken().Match(page).Groups[1].Value;
        using HttpResponseMessage file = await FileAsync(host, token);
        JsonElement data = JsonDocument.Parse(await file.Content.ReadAsByteArrayAsync()).RootElement.GetProperty("data");
        Assert.Contains(data.GetProperty("platform.data.conversation").EnumerateArray(), r => r.TryGetProperty("said", out JsonElement said) && said.GetString() == "mieszkam na Zimorodkowej <b>7</b>");
        Assert.Equal("IN-2026-0012", Assert.Single(data.GetProperty("initiatives.data.support").EnumerateArray()).GetProperty("number").GetString());
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(HttpStatusCode.Gone, (await FileAsync(host, token)).StatusCode);
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_link_ends_with_the_day_with_a_newer_one_and_with_the_erasure(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        Resident resident = await Resident.ComeAsync(host);
        string first = await LinkAsync(resident), second = await LinkAsync(resident);
        Assert.Equal(HttpStatusCode.Gone, (await host.Http.PostAsync(first, null)).StatusCode);
        host.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.Gone, (await host.Http.PostAsync(second, null)).StatusCode);

        await resident.ReturnAsync();
        string third = await LinkAsync(resident);
        await resident.SayAsync("usuń moje dane");
        await resident.SayAsync("tak");
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.IsAsync("the link is gone", () => host.Get<Database>().Count("platform_copy_link") == 0);
        Assert.Equal(HttpStatusCode.Gone, (await host.Http.PostAsync(third, null)).StatusCode);
    }

    [Fact]
    public async Task Of_two_hundred_at_once_one_sees_it()
    {
        await using TestHost host = await TestHost.StartAsync(Db.Postgres);
        string path = await LinkAsync(await Resident.ComeAsync(host));
        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => host.Http.PostAsync(path, null)));
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.OK);
        Assert.Equal(199, answers.Count(a => a.StatusCode == HttpStatusCode.Gone));
    }

    [Fact]
    public async Task A_module_that_fails_keeps_nobody_from_the_rest()
    {
        await using TestHost host = await ProbeHost.StartAsync(Db.Sqlite);
        Resident resident = await Resident.ComeAsync(host);
        await resident.SayAsync(ProbeHost.Note);
        string path = await LinkAsync(resident);
        host.Get<Mood>().Refuses = true;
        string page = await (await host.Http.PostAsync(path, null)).Content.ReadAsStringAsync();
        Assert.Contains(ProbeHost.Note, page, StringComparison.Ordinal);
        Assert.Contains("Tej części nie udało się teraz odczytać.", page, StringComparison.Ordinal);
    }

    [Theory, InlineData("/kopia/x"), InlineData("/kopia/' OR 1=1 --"), InlineData("/kopia/%00"), InlineData("/uk/kopia/aaaa")]
    public async Task A_link_nobody_made_opens_nothing(string path)
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        Assert.Contains((int)(await host.Http.GetAsync(path)).StatusCode, (int[])[400, 404, 410]);
        Assert.Contains((int)(await host.Http.PostAsync(path, null)).StatusCode, (int[])[400, 404, 410]);
    }

    private static async Task<string> LinkAsync(Resident resident)
    {
        string said = (await resident.SayAsync("chcę kopię moich danych"))[^1].Text;
        return Link().Match(said).Value is { Length: > 0 } path ? path : throw new FormatException("No link: " + said);
    }

    private static Task<HttpResponseMessage> FileAsync(TestHost host, string token) =>
        host.Http.PostAsync("/kopia/plik", new FormUrlEncodedContent([new("token", token)]));

    [GeneratedRegex("/kopia/[A-Za-z0-9_-]{43}")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"token\" value=\"([A-Za-z0-9_-]{43})\"")]
    private static partial Regex FileToken();
}
