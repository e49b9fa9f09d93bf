using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class ContactSlotTests
{
    public static TheoryData<string, string?> Phones => Read.Rows("""
        mój numer 601 234 567 => +48601234567
        601-234-567 => +48601234567
        601234567 => +48601234567
        +48 601 234 567 => +48601234567
        0048 601 234 567 => +48601234567
        48 601 234 567 => +48601234567
        (71) 345 67 89 => +48713456789
        +380 67 123 45 67 => +380671234567
        sześćset jeden dwieście trzydzieści cztery pięćset sześćdziesiąt siedem => +48601234567
        pesel 80010112345 => -
        12 3456 7890 1234 5678 9012 3456 => -
        601 234 => -
        28.11.2026 => -
        """);

    public static TheoryData<string, string?> Emails => Read.Rows("""
        Ola.Nowak@Example.COM => ola.nowak@example.com
        napisz na ola@example.pl, dzięki => ola@example.pl
        ola(małpa)przyklad.pl => ola@przyklad.pl
        ola malpa przyklad kropka pl => ola@przyklad.pl
        ola at example dot pl => ola@example.pl
        ola @ example.pl => ola@example.pl
        оля собака => -
        widziałam małpę w zoo => -
        at 3 pm => -
        @ => -
        a@b => -
        """);

    [Theory]
    [MemberData(nameof(Phones))]
    public void A_phone_is_E164(string text, string? expected)
    {
        Assert.Equal(expected, Read.Slots(text).Phone);
        Assert.Equal(expected, SlotText.Phone(text));
    }

    [Fact]
    public void A_phone_beside_a_day_and_an_hour_hides_neither()
    {
        var slots = Read.Slots("proszę o wizytę 3 grudnia o 9:00, mój numer 601-234-567");
        Assert.Equal(("+48601234567", "09:00", new DateOnly(2026, 12, 3)), (slots.Phone, slots.Time, slots.Date?.From));
    }

    [Theory]
    [MemberData(nameof(Emails))]
    public void An_email_is_lower_case(string text, string? expected)
    {
        Assert.Equal(expected, Read.Slots(text).Email);
        Assert.Equal(expected, SlotText.Email(text));
    }
}
