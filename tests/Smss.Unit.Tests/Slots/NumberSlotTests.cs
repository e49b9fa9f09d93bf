using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class NumberSlotTests
{
    public static TheoryData<string, string?> Initiatives => Read.Rows("""
        IN-2026-0042 => IN-2026-0042
        in-2025-0042 => IN-2025-0042
        in 2026 42 => IN-2026-0042
        inicjatywa 42 => IN-2026-0042
        co z moim zgłoszeniem nr 17 => IN-2026-0017
        inicjatywa czterdzieści dwa => IN-2026-0042
        IN/2026/7 => IN-2026-0007
        № 42 => IN-2026-0042
        ініціатива №15 => IN-2026-0015
        initiative 15 => IN-2026-0015
        IN-2026-12345 => IN-2026-12345
        in 0088 ruszyło się coś? => IN-2026-0088
        статус ін 2026 0204 => IN-2026-0204
        ІН 42 => IN-2026-0042
        I can come in 0930 tomorrow => -
        in 2 days => -
        mam pomysł => -
        to drugie => -
        co z in20260150 => IN-2026-0150
        заявка 211 => IN-2026-0211
        petycja nr 8 => IN-2026-0008
        zgłoszenie na 5 grudnia => -
        inicjatywa 77 z zeszłego roku => IN-2025-0077
        ініціатива 12 торік => IN-2025-0012
        my initiative number 19 of last year => IN-2025-0019
        inicjatywa 77 z zeszłego tygodnia => IN-2026-0077
        ініціатива 5, минулого тижня => IN-2026-0005
        """);

    public static TheoryData<string, string?> Ordinals => Read.Rows("""
        to drugie => 2
        2 => 2
        nr 3 => 3
        drugą poproszę => 2
        aplikuję na ofertę nr 3 => 3
        pierwszą ofertę poproszę => 1
        wyślij CV na tę drugą ofertę => 2
        ostatnia => -1
        третє => 3
        trete => 3
        останню => -1
        ту другу => 2
        the second one => 2
        the last one => -1
        pracuję na drugą zmianę => -
        pierwszy raz tu jestem => -
        to moja pierwsza praca => -
        pierwsza pomoc => -
        mam 2 dzieci i szukam pracy => -
        500 => -
        dwójka => 2
        trójka, poproszę => 3
        двійка => 2
        the top one => 1
        """);

    public static TheoryData<string, string?> Prices => Read.Rows("""
        do 500 zł => 50000
        25,50 zł => 2550
        1 200 zł => 120000
        2 tys. zł => 200000
        pięćset złotych => 50000
        20 groszy => 20
        30 zł/h => 3000
        500 злотих => 50000
        100 PLN => 10000
        złoty pierścionek => -
        500 osób => -
        """);

    [Theory]
    [MemberData(nameof(Initiatives))]
    public void The_number_of_an_initiative_is_written_out(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Number);

    [Theory]
    [MemberData(nameof(Ordinals))]
    public void A_place_in_a_list_is_a_number(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Ordinal?.ToString());

    [Theory]
    [MemberData(nameof(Prices))]
    public void A_price_is_in_grosze(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Price?.ToString());

    [Fact]
    public void Asked_for_a_number_bare_digits_count_too()
    {
        Assert.Equal("IN-2026-0042", SlotText.InitiativeNumber("42", Read.Today));
        Assert.Equal("IN-2025-0042", SlotText.InitiativeNumber("2025 42", Read.Today));
        Assert.Equal(28, SlotText.Number("dwadzieścia osiem lat"));
        Assert.Null(SlotText.Number("nie wiem"));
    }
}
