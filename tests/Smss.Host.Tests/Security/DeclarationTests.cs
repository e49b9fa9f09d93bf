using System.Text.RegularExpressions;

namespace Smss.Host.Tests.Security;

/// <summary>The accessibility declaration holds every id of the technical conditions, and nothing that the city did not say.</summary>
public sealed class DeclarationTests
{
    private static readonly string[] Ids =
    [
        "a11y-wstep", "a11y-podmiot", "a11y-zakres", "a11y-url", "a11y-data-publikacja", "a11y-data-aktualizacja", "a11y-status", "a11y-data-sporzadzenie", "a11y-kontakt", "a11y-osoba",
        "a11y-email", "a11y-telefon", "a11y-procedura", "a11y-architektura", "a11y-komunikacja", "a11y-data-przeglad", "a11y-ocena", "a11y-aplikacje",
    ];

    [Theory, InlineData(""), InlineData("/uk"), InlineData("/en")]
    public async Task What_the_city_did_not_say_is_missing_and_not_invented(string language)
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        string page = await host.Http.GetStringAsync(language + "/deklaracja-dostepnosci");
        Assert.All(Ids, id => Assert.Single(Regex.Matches(page, $"id=\"{id}\"")));
        Assert.DoesNotContain("<time", page, StringComparison.Ordinal);
        Assert.DoesNotContain("mailto:", page, StringComparison.Ordinal);
        Assert.Contains("/deklaracja-dostepnosci", await host.Http.GetStringAsync(language + "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_city_said_stands_there()
    {
        await using TestHost host = await TestHost.StartAsync(new HostSetup
        {
            Settings =
            [
                "--Smss:Accessibility:Entity=Gmina <Przykład>", "--Smss:Accessibility:Published=2026-11-20", "--Smss:Accessibility:Status=partial",
                "--Smss:Accessibility:Email=dostepnosc@example.pl", "--Smss:Accessibility:Phone=+48 71 000 00 00", "--Smss:Accessibility:ArchitectureUrl=https://www.example.pl/wejscie",
            ],
        });
        string page = await host.Http.GetStringAsync("/deklaracja-dostepnosci");
        Assert.All(
            (string[])["Gmina &lt;Przykład&gt;", "<time id=\"a11y-data-publikacja\" datetime=\"2026-11-20\">", "częściowo zgodna", "href=\"mailto:dostepnosc@example.pl\"", "href=\"tel:&#x2B;48710000000\"", "id=\"a11y-architektura-url\""],
            part => Assert.Contains(part, page, StringComparison.Ordinal));
    }
}
