using Smss.Conversation.Masking;

namespace Smss.Unit.Tests.Talk;

public class UnsolicitedTests
{
    [Theory]
    [InlineData("44051401359", "●●●")]
    [InlineData("mój pesel 44051401359, szukam pracy", "mój pesel ●●●, szukam pracy")]
    [InlineData("pesel44051401359", "pesel●●●")]
    [InlineData("440514 01359", "●●●")]
    [InlineData("44 05 14 01359", "●●●")]
    [InlineData("4 4 0 5 1 4 0 1 3 5 9", "●●●")]
    [InlineData("PESEL: 44051401359 tel. 601234567", "PESEL: ●●● tel. 601234567")]
    [InlineData("dziecko 02270803624", "dziecko ●●●")]
    [InlineData("4111111111111111", "●●●")]
    [InlineData("4111 1111 1111 1111", "●●●")]
    [InlineData("karta 5500-0000-0000-0004!", "karta ●●●!")]
    [InlineData("PL61 1090 1014 0000 0712 1981 2874", "●●●")]
    [InlineData("konto pl61109010140000071219812874 od zaraz", "konto ●●● od zaraz")]
    [InlineData("61 1090 1014 0000 0712 1981 2874", "●●●")]
    [InlineData("UA21 3223 1300 0002 6007 2335 6600 1 дякую", "●●● дякую")]
    [InlineData("DE89370400440532013000", "●●●")]
    [InlineData("dowód ABA300000", "dowód ●●●")]
    [InlineData("dowod aba 300000", "dowod ●●●")]
    public void A_number_nobody_asked_for_is_struck_out(string text, string masked) => Assert.Equal(masked, Unsolicited.Mask(text));

    [Theory]
    [InlineData("")]
    [InlineData("601 234 567")]
    [InlineData("+48 601 234 567")]
    [InlineData("0048 601 234 567")]
    [InlineData("48 22 123 45 67")]
    [InlineData("+48221234567")]
    [InlineData("501234567 601234567")]
    [InlineData("501 234 567, 601 234 567")]
    [InlineData("44051401358")]
    [InlineData("44991401350")]
    [InlineData("4111111111111112")]
    [InlineData("61 1090 1014 0000 0712 1981 2875")]
    [InlineData("ABA300001")]
    [InlineData("inicjatywa IN-2026-0042")]
    [InlineData("51-180 Wrocław, 28.11.2026 o 16:30")]
    [InlineData("8 600 zł brutto, 5 osób, od 1 grudnia 2026")]
    [InlineData("PL 61")]
    [InlineData("plac zabaw przy ulicy 123456789012345678901234567890")]
    [InlineData("pl                                                     1")]
    public void Phones_dates_sums_and_the_like_stay(string text) => Assert.Equal(text, Unsolicited.Mask(text));

    [Fact]
    public void A_very_long_message_is_read_in_no_time()
    {
        string hostile = string.Concat(Enumerable.Repeat("PL 4 4 ABA 30", 20_000));
        long before = Environment.TickCount64;
        Unsolicited.Mask(hostile);
        Assert.InRange(Environment.TickCount64 - before, 0, 2_000);
    }
}
