using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Conversation;
using Smss.Conversation.Forms;
using Smss.Understanding;

namespace Smss.Unit.Tests.Talk;

/// <summary>Taking requests apart and putting them together, with an understanding of a few words.</summary>
public class RequestsTests
{
    private static readonly Repertoire Repertoire = MakeRepertoire();

    [Theory]
    [InlineData("szukam pracy i kiedy otwarte", "szukam pracy", "kiedy otwarte")]
    [InlineData("szukam pracy, kiedy otwarte", "szukam pracy", "kiedy otwarte")]
    [InlineData("szukam pracy. A kiedy otwarte?", "szukam pracy", "kiedy otwarte?")]
    [InlineData("kiedy otwarte? szukam pracy", "kiedy otwarte", "szukam pracy")]
    [InlineData("szukam pracy, a poza tym kiedy otwarte", "szukam pracy", "kiedy otwarte")]
    [InlineData("szukam pracy oraz kiedy otwarte", "szukam pracy", "kiedy otwarte")]
    [InlineData("szukam pracy і ще kiedy otwarte", "szukam pracy", "kiedy otwarte")]
    [InlineData("szukam pracy and also kiedy otwarte", "szukam pracy", "kiedy otwarte")]
    [InlineData("szukam pracy i w sklepie, a także kiedy otwarte", "szukam pracy i w sklepie", "kiedy otwarte")]
    [InlineData("szukam pracy\nkiedy otwarte", "szukam pracy", "kiedy otwarte")]
    public void Two_requests_are_taken_apart(string text, string first, string second)
    {
        (Request First, Request Second)? two = Requests.In(text, Understand(text), Repertoire);
        Assert.Equal((first, second), (two?.First.Words, two?.Second.Words));
    }

    [Theory]
    [InlineData("szukam pracy")]
    [InlineData("szukam pracy i w sklepie")]
    [InlineData("szukam pracy i szukam pracy")]
    [InlineData("dzień dobry, szukam pracy")]
    [InlineData("Fundacja Pomoc i Nadzieja")]
    [InlineData("kiedy otwarte i nie wiem co jeszcze")]
    [InlineData("kiedy otwarte i szukam pracy 601234567")]
    [InlineData("nie chcę żyć i kiedy otwarte i szukam pracy")]
    public void One_request_stays_whole(string text) => Assert.Null(Requests.In(text, Understand(text), Repertoire));

    /// <summary>"What help is there for a soldier's family" is one request.</summary>
    [Fact]
    public void A_joins_requests_in_Polish_and_not_in_English()
    {
        const string text = "szukam pracy a kiedy otwarte";
        Meaning meaning = Understand(text);
        Assert.NotNull(Requests.In(text, meaning with { Language = Language.Pl }, Repertoire));
        Assert.Null(Requests.In(text, meaning with { Language = Language.En }, Repertoire));
    }

    [Fact]
    public void A_place_named_once_counts_for_both()
    {
        const string text = "szukam pracy i kiedy otwarte na Zakrzowie";
        (Request First, Request Second)? two = Requests.In(text, Understand(text), Repertoire);
        Assert.Equal(("Zakrzów", "Zakrzów"), (two?.First.Meaning.Slots.Place, two?.Second.Meaning.Slots.Place));
    }

    [Theory]
    [InlineData("szukam pracy", "jako spawacz", "szukam pracy jako spawacz")]
    [InlineData("szukam pracy", "na Zakrzowie", "szukam pracy na Zakrzowie")]
    [InlineData("kiedy otwarte", "na Zakrzowie", "kiedy otwarte na Zakrzowie")]
    [InlineData("szukam pracy", "kiedy otwarte", null)]
    [InlineData("szukam pracy", "kiedy otwarte na Zakrzowie", null)]
    [InlineData("szukam pracy", "dziękuję", null)]
    [InlineData("szukam pracy", "nie chcę żyć", null)]
    [InlineData("nie chcę żyć", "na Zakrzowie", null)]
    [InlineData("dzień dobry", "na Zakrzowie", null)]
    [InlineData("bla bla", "na Zakrzowie", null)]
    [InlineData(null, "na Zakrzowie", null)]
    [InlineData("szukam pracy", null, null)]
    [InlineData("szukam pracy na Zakrzowie", "na Zakrzowie", null)]
    public void A_second_message_joins_the_first_only_when_it_adds_to_it(string? first, string? second, string? together) =>
        Assert.Equal(together, Requests.Joined(first, second, Language.Pl, Repertoire));

    private static Meaning Understand(string text)
    {
        bool Says(string words) => text.Contains(words, StringComparison.Ordinal);
        string[] asked = [.. new[] { "szukam pracy", "kiedy otwarte" }.Where(Says)];
        (string intent, double sure) = Says("nie chcę żyć") ? ("crisis", 1)
            : asked.Length == 2 ? ("jobs.search", 0.6)
            : Says("szukam pracy") || Says("jako spawacz") ? ("jobs.search", 0.95)
            : Says("kiedy otwarte") && !Says("nie wiem") ? ("point.hours", 0.95)
            : Says("dzień dobry") || Says("dziękuję") ? ("greet", 1.0) : (Meaning.OutOfScope, 0.7);
        var slots = new Slots
        {
            Occupation = Says("spawacz") ? "spawacz" : null, Place = Says("Zakrzowie") ? "Zakrzów" : null, Phone = Says("601234567") ? "+48601234567" : null,
        };
        return new Meaning(Language.Pl, intent, sure, slots, []);
    }

    private static Repertoire MakeRepertoire()
    {
        ServiceProvider services = new ServiceCollection().AddTransient<Jobs>().AddTransient<Points>().AddTransient<House>().BuildServiceProvider();
        var scopes = services.GetRequiredService<IServiceScopeFactory>();
        var topics = new TopicCatalog(
            [new TopicRegistration("platform", typeof(House)), new TopicRegistration("centre", typeof(Jobs)), new TopicRegistration("leaders", typeof(Points))], scopes);
        return new Repertoire(topics, new FormCatalog([], scopes), [], null!, new Corrections(null!), (text, _) => Understand(text));
    }

    private abstract class Topic(string id, params string[] intents) : ITopic
    {
        public string Id => id;
        public IReadOnlyCollection<string> Intents => intents;
        public ValueTask HandleAsync(Turn turn, CancellationToken cancellation) => ValueTask.CompletedTask;
    }

    private sealed class Jobs() : Topic("centre.jobs", "jobs.search");

    private sealed class Points() : Topic("leaders.points", "point.hours");

    private sealed class House() : Topic("platform.house", "greet", "crisis");
}
