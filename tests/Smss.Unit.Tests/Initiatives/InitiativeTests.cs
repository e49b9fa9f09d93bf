using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Model;
using Smss.Understanding;

namespace Smss.Unit.Tests.Initiatives;

public sealed class InitiativeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string, bool> Ways()
    {
        var allowed = new HashSet<(string, string)>
        {
            ("Filed", "InReview"), ("Filed", "Closed"), ("InReview", "Planned"), ("InReview", "Done"), ("InReview", "Closed"),
            ("Planned", "Done"), ("Planned", "Closed"),
        };
        var ways = new TheoryData<string, string, bool>();
        foreach (string from in Enum.GetNames<InitiativeStatus>())
            foreach (string to in Enum.GetNames<InitiativeStatus>()) ways.Add(from, to, allowed.Contains((from, to)));
        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_status_leads_only_where_the_table_says(string from, string to, bool allowed) =>
        Assert.Equal(allowed, Enum.Parse<InitiativeStatus>(from).MayBecome(Enum.Parse<InitiativeStatus>(to)));

    [Fact]
    public void A_fresh_one_is_not_public()
    {
        Initiative initiative = Filed();
        Assert.False(initiative.IsPublic);
        initiative.Release(Now);
        Assert.True(initiative.IsPublic);
        Assert.Equal(InitiativeStatus.InReview, initiative.Status);
    }

    [Fact]
    public void One_closed_before_release_never_becomes_public()
    {
        Initiative initiative = Filed();
        initiative.Close("To nie jest sprawa osiedla.", Now);
        Assert.False(initiative.IsPublic);
        Assert.Throws<InvalidOperationException>(() => initiative.Release(Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b\n\u202e")]
    public void Closing_needs_a_reason_in_words(string reason)
    {
        Initiative initiative = Filed();
        Assert.Throws<ArgumentException>(() => initiative.Close(reason, Now));
        Assert.Equal(InitiativeStatus.Filed, initiative.Status);
    }

    [Fact]
    public void What_the_city_said_last_is_its_answer()
    {
        Initiative initiative = Filed();
        initiative.Release(Now);
        Assert.Null(initiative.Answer);
        initiative.Plan("Wiosną, razem z chodnikiem.", Now);
        initiative.Finish("Ławki stoją.", Now);
        Assert.Equal("Ławki stoją.", initiative.Answer);
        Assert.Equal(["Filed", "InReview", "Planned", "Done"], initiative.Steps.Select(s => s.Status.ToString()));
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("Zakrzów", null, "Zakrzów")]
    [InlineData(null, "przy pętli", "przy pętli")]
    [InlineData("Zakrzów", "przy pętli", "Zakrzów, przy pętli")]
    [InlineData("Zakrzów", "Zakrzów, przy pętli", "Zakrzów, przy pętli")]
    public void A_place_is_told_once(string? place, string? spot, string? told) =>
        Assert.Equal(told, Initiative.File(Guid.Empty, new(2026, 1), new Draft("Ławki", "Opis sprawy", place, spot, Language.Pl), Now).Where);

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("\u202Eabc\u202C", "abc")]
    [InlineData("a\u2066b\u2069\u200B", "ab")]
    [InlineData("<b>x</b>", "<b>x</b>")]
    [InlineData("a\r\nb", "a\nb")]
    [InlineData("\uD800a", "a")]
    [InlineData("👩‍👧 plac", "👩‍👧 plac")]
    public void Residents_words_are_kept_without_what_breaks_a_screen(string written, string kept) => Assert.Equal(kept, PlainText.Clean(written));

    [Fact]
    public void A_line_is_one_line() => Assert.Equal("Ławka przy pętli", PlainText.Line("  Ławka\r\n\tprzy   pętli "));

    private static Initiative Filed() =>
        Initiative.File(Guid.Empty, new InitiativeNumber(2026, 1), new Draft("Ławki przy pętli", "Starsi stoją.", null, null, Language.Pl), Now);
}
