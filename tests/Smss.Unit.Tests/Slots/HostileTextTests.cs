using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class HostileTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0\0\0")]
    [InlineData("\ud800")]
    [InlineData("spawacz\udc00\ud800 na\0Zakrzowie")]
    [InlineData("'''’’’")]
    [InlineData("\u200b\u00ad\u0301")]
    [InlineData("٣٤٥ ۱۲ ５００")]
    [InlineData("🙂👩‍🔧🇺🇦")]
    [InlineData("за за за за w w w w 1 1 1 1 o o o po po do do")]
    [InlineData("wpół do")]
    [InlineData("za kwadrans")]
    [InlineData("ostatni")]
    [InlineData("in")]
    [InlineData("w firmie")]
    [InlineData("№")]
    [InlineData("9223372036854775807 zł")]
    [InlineData("99999999999999999999999999 zł 99999999999999999999.99.9999")]
    public void Odd_text_is_read_without_failing(string text)
    {
        Assert.NotNull(Read.Slots(text));
        Assert.NotNull(SearchWords.Of(text));
        _ = (SlotText.Phone(text), SlotText.Email(text), SlotText.Place(text), SlotText.Time(text), SlotText.Number(text), SlotText.Date(text, Read.Today), Occupations.Default.Find(text));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1 ")]
    [InlineData("spawacz ")]
    [InlineData("jutro o 15 za tydzień ")]
    [InlineData("a@a.")]
    [InlineData("\ud83d")]
    [InlineData("sześćset ")]
    public void Ten_thousand_letters_are_read(string part) => Assert.NotNull(Read.Slots(string.Concat(Enumerable.Repeat(part, 10_000 / part.Length))));

    [Fact]
    public void Random_text_never_fails()
    {
        var random = new Random(20261121);
        string letters = "aąeoiwznkp 0123456789.:-/@№+'\0\ud800\udc00їйпов зłŻ\u0301\u200b";
        for (int i = 0; i < 5_000; i++)
            Assert.NotNull(Read.Slots(string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => letters[random.Next(letters.Length)]))));
    }

    [Fact]
    public void A_message_is_read_with_few_allocations()
    {
        _ = Read.Slots("szukam pracy jako spawacz na Zakrzowie od jutra");
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) _ = SlotReader.Default.Read("szukam pracy jako spawacz na Zakrzowie od jutra", Read.Today, Language.Pl);
        Assert.True((GC.GetAllocatedBytesForCurrentThread() - before) / 100 < 400);
    }
}
