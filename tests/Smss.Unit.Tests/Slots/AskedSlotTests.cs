using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class AskedSlotTests
{
    [Theory]
    [InlineData("popieram 12", "IN-2026-0012")]
    [InlineData("I want to vote for number 7 please, it is a good one", "IN-2026-0007")]
    [InlineData("що з моєю заявкою, її номер 15", "IN-2026-0015")]
    [InlineData("has #31 got an answer from the city yet", "IN-2026-0031")]
    [InlineData("+1 for 42", "IN-2026-0042")]
    [InlineData("jestem za 0201", "IN-2026-0201")]
    [InlineData("the whole staircase backs 133, can we vote", "IN-2026-0133")]
    [InlineData("голос за 64", "IN-2026-0064")]
    [InlineData("ми всі за заявку 0211, допоможіть", "IN-2026-0211")]
    [InlineData("they gave me a paper in May with number twenty three on it", "IN-2026-0023")]
    [InlineData("pisałam w sprawie placu zabaw, proszę dzwonić pod numer 601 234 567", null)]
    [InlineData("my card is 4111 1111 1111 1111, what now", null)]
    [InlineData("мій номер записаний як 2025-0112", "IN-2025-0112")]
    [InlineData("three weeks and no answer", null)]
    [InlineData("pisałam 3 tygodnie temu i nikt nie odpowiada", null)]
    public void Asked_for_the_number_of_an_initiative_a_bare_one_counts(string text, string? expected) =>
        Assert.Equal(expected, Asked(text, SlotKinds.Number).Number);

    [Fact]
    public void What_is_asked_decides_whether_a_word_is_a_course_or_a_trade()
    {
        Assert.Equal("wózki widłowe", Asked("put my name down for the forklift thing", SlotKinds.Topic | SlotKinds.Date).Topic);
        Assert.Equal("kucharz", Asked("practical training as a cook", SlotKinds.Occupation | SlotKinds.Place).Occupation);
        Assert.Null(Asked("put my name down for the forklift thing", SlotKinds.Occupation | SlotKinds.Place).Topic);
    }

    [Theory]
    [InlineData("put me forward for that bakery one", null)]
    [InlineData("option one is mine", 1)]
    [InlineData("the second one", 2)]
    [InlineData("how do I apply for the one on top", 1)]
    [InlineData("nie tę ostatnią, tylko szóstą", 6)]
    [InlineData("остання з показаних, п'ята", 5)]
    [InlineData("chęć pracy przy ofercie numer 6, najlepiej dzwonić po szesnastej", 6)]
    [InlineData("aplikuję na tę drugą, mój numer 505 123 456", 2)]
    [InlineData("offer number 1187", 1187)]
    public void One_is_rarely_a_number(string text, int? expected) => Assert.Equal(expected, Asked(text, SlotKinds.Ordinal).Ordinal);

    [Theory]
    [InlineData("the Kowale point", "Kowale")]
    [InlineData("punkt kowale telefon", "Kowale")]
    [InlineData("gdzie jest punkt", null)]
    public void Asked_for_a_place_and_no_trade_a_common_word_is_the_place(string text, string? expected) =>
        Assert.Equal(expected, Asked(text, SlotKinds.Place | SlotKinds.Date).Place);

    private static Slots Asked(string text, SlotKinds kinds) => AskedSlots.Read(Read.Slots(text), kinds, text, Read.Today, Language.Other);
}
