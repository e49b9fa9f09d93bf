using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smss.Platform.Accounts;
using Smss.Platform.Data;
using Smss.Platform.Hosting;
using Smss.Understanding;

namespace Smss.Benchmarks;

/// <summary>What a page of the panel's lists costs over many offers, asked of a running host by somebody who is signed in.</summary>
internal static partial class PanelBenchmark
{
    private const string Password = "zielony rower pod lasem", Offers = "/panel/activitycentre/oferty", Initiatives = "/panel/initiatives";

    private static readonly (string Name, string Path)[] Pages =
    [
        ("all offers", Offers), ("last page", Offers + "?strona=50"), ("live", Offers + "?stan=live"), ("ended", Offers + "?stan=ended"), ("drafts", Offers + "?stan=draft"),
        ("one word", Offers + "?slowa=magazynier"), ("beginning of a word", Offers + "?slowa=mag"), ("place and contract", Offers + "?miejsce=Wola&umowa=Mandate"),
        ("word, place, state", Offers + "?slowa=pracownik&miejsce=Ursus&stan=ended"), ("nothing like it", Offers + "?slowa=astronauta"),
        ("all initiatives", Initiatives), ("initiatives waiting", Initiatives + "?stan=filed"), ("mine", Initiatives + "?kto=ja"), ("nobody's, in review", Initiatives + "?kto=nikt&stan=in-review"),
        ("initiatives by word", Initiatives + "?slowa=lampy"), ("by number", Initiatives + "?slowa=IN-2026-4242"), ("last page of initiatives", Initiatives + "?strona=50"),
        ("employers", "/panel/activitycentre/pracodawcy"), ("employers by name", "/panel/activitycentre/pracodawcy?slowa=sp"),
    ];

    public static async Task<int> RunAsync(string offers, string? postgres)
    {
        string folder = Directory.CreateTempSubdirectory("smss-panel-").FullName;
        try
        {
            using (Database database = postgres is null ? Database.Sqlite(Path.Combine(folder, "smss.db")) : Database.Postgres(postgres))
                Console.WriteLine($"{await SearchBenchmark.LoadAsync(database, offers)} offers on {(postgres is null ? "SQLite" : "PostgreSQL")}");
            await using WebApplication host = SmssHost.Build([
                "--urls=http://127.0.0.1:0", "--Smss:Data:Path=" + folder, "--Smss:SampleData=false", "--Smss:Limits:StaffPerMinute=1000000",
                .. postgres is null ? (string[])[] : ["--Smss:Database:Provider=postgres", "--ConnectionStrings:Smss=" + postgres],
            ], services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)));
            await SmssHost.PrepareAsync(host);
            Console.WriteLine($"{await InitiativeRows.LoadAsync(host.Services, 50_000)} initiatives");
            await host.StartAsync();
            using HttpClient browser = await SignInAsync(host);
            Console.WriteLine("| list | p50 ms | p95 ms | p99 ms | max ms |\n|---|---|---|---|---|");
            foreach ((string name, string path) in Pages)
            {
                var latencies = new Latencies(name);
                await latencies.MeasureAsync(20, 300, async _ => await browser.GetStringAsync(path));
                latencies.Print(0.5, 0.95, 0.99);
            }
            await host.StopAsync();
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<HttpClient> SignInAsync(WebApplication host)
    {
        await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
        string name = "bench." + Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("n")[^8..];
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        string phone = scope.ServiceProvider.GetRequiredService<SecondFactor>().Propose();
        var account = new Account { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), UserName = name, NormalizedUserName = name.ToUpperInvariant(), Language = Language.Pl };
        account.PasswordHash = scope.ServiceProvider.GetRequiredService<Passwords>().Hash(account, Password);
        account.EndSessions();
        account.Roles.Add(await db.Set<Role>().SingleAsync(r => r.Id == "centrestaff"));
        db.Add(account);
        await db.SaveChangesAsync();
        string code = (await scope.ServiceProvider.GetRequiredService<StaffAccounts>().SetSecondFactorAsync(account, phone, 0, default))[0];
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(host.Urls.First()) };
        await PostAsync(browser, "/panel/wejscie", ("name", name), ("password", Password));
        await PostAsync(browser, "/panel/kod", ("code", code));
        return browser;
    }

    private static async Task PostAsync(HttpClient browser, string path, params (string, string)[] fields)
    {
        Match token = Token().Match(await browser.GetStringAsync(path));
        using HttpResponseMessage answer = await browser.PostAsync(path, new FormUrlEncodedContent(
            [.. fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)), KeyValuePair.Create("__RequestVerificationToken", token.Groups[1].Value)]));
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
