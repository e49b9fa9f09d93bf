using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Topics;
using Smss.Understanding;

namespace Smss.Unit.Tests.Leaders;

public sealed class LeaderTopicTests(LeadersFixture city) : IClassFixture<LeadersFixture>
{
    [Fact]
    public async Task A_leader_is_named_by_role_with_telephone_and_point()
    {
        await city.RollAsync();
        Turn turn = await city.AskAsync<LeaderTopic>("kto jest liderem na Zakrzowie", "leader.contact", new Slots { Place = "Zakrzów" });
        Reply reply = Assert.Single(turn.Replies);
        Assert.Equal(
            "liderka/lider społeczny – Zakrzów: tel. 71 000 00 12. Najłatwiej porozmawiać na miejscu: Punkt Integracji Społecznej Zakrzów, ul. Przykładowa 12. "
            + "Zamknięte; najbliżej w poniedziałek 23 listopada, 12:00–18:00.\n(dane przykładowe)", reply.Text);
        Assert.Equal("tel:+48710000012", reply.Cards[0].Links[0].Url);

        Turn elsewhere = (await city.FollowAsync<LeaderTopic>(turn, "a na Kłokoczycach?", new FollowUp(FollowUpKind.Refine), new Slots { Place = "Kłokoczyce" }))!;
        Assert.Contains("71 000 00 14", elsewhere.Replies[0].Text);
    }

    [Fact]
    public async Task An_estate_without_a_leader_hears_where_leaders_are()
    {
        await city.RollAsync();
        Turn turn = await city.AskAsync<LeaderTopic>("lider Leśnica", "leader.contact", new Slots { Place = "Leśnica" });
        Assert.StartsWith("Leśnica: nie ma tu jeszcze lidera społecznego. Są w miejscach: Kłokoczyce, Psie Pole, Zakrzów, Zgorzelisko.", turn.Replies[0].Text);
    }

    [Fact]
    public async Task Becoming_a_leader_is_told_in_plain_words_with_a_person_to_ask()
    {
        await city.RollAsync();
        Turn turn = await city.AskAsync<LeaderTopic>("jak zostać liderem", "leader.become");
        Assert.Equal(2, turn.Replies.Count);
        Assert.Contains("71 000 00 01", turn.Replies[1].Text);
        Assert.Contains("dane przykładowe", turn.Replies[1].Text);
    }
}
