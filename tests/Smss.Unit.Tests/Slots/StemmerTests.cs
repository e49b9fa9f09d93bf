using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class StemmerTests
{
    [Theory]
    [InlineData("spawacz spawacza spawaczem spawaczy spawaczka spawaczki spawanie spawania")]
    [InlineData("sprzątanie sprzątania sprzątaniem sprzątaczka sprzątacz sprzątaczki")]
    [InlineData("kucharz kucharza kucharka kucharki kucharze")]
    [InlineData("elektryk elektrycy elektryka elektrykiem")]
    [InlineData("sprzedawca sprzedawcy sprzedawczyni sprzedawców")]
    [InlineData("pielęgniarka pielęgniarki pielęgniarek")]
    [InlineData("praca pracy pracę pracą")]
    [InlineData("Zakrzów Zakrzowie Zakrzowa Zakrzowem")]
    [InlineData("зварювальник зварювальника зварювальником зварювальниця")]
    [InlineData("кухар кухаря кухарка кухарем")]
    [InlineData("водій водія водієм водіїв")]
    [InlineData("driver drivers")]
    [InlineData("cleaning clean")]
    public void Forms_of_a_word_meet(string forms) => Assert.Single(forms.Split(' ').Select(Stem).Distinct());

    [Theory]
    [InlineData("kurs kura")]
    [InlineData("magazyn magazynier")]
    [InlineData("dzieci dziekan")]
    [InlineData("bilet bileter")]
    [InlineData("bank ban")]
    [InlineData("adres adrs")]
    public void Different_words_stay_apart(string words) => Assert.Equal(2, words.Split(' ').Select(Stem).Distinct().Count());

    [Theory]
    [InlineData("na")]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public void Short_words_numbers_and_noise_stay(string word) => Assert.Equal(word, Stemmer.Stem(word));

    [Fact]
    public void Search_words_meet_across_forms_and_leave_out_stop_words()
    {
        Assert.Equal(SearchWords.Of("szukam spawacza na Zakrzowie"), SearchWords.Of("SZUKAM: spawaczy, Zakrzów"));
        Assert.Empty(SearchWords.Of("i w na the та"));
        Assert.Equal(["3", "pm"], SearchWords.Of("3pm"));
    }

    private static string Stem(string word) => Stemmer.Stem(Folding.Fold(word));
}
