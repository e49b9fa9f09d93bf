using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class DateSlotTests
{
    public static TheoryData<string, string?> Dates => Read.Rows("""
        dziś => 2026-11-21
        dzisiaj => 2026-11-21
        jutro => 2026-11-22
        pojutrze => 2026-11-23
        w sobotę => 2026-11-21
        w niedzielę => 2026-11-22
        w czwartek => 2026-11-26
        w czwartek po południu => 2026-11-26
        w przyszły czwartek => 2026-11-26
        w przyszłą sobotę => 2026-11-28
        w najbliższą środę => 2026-11-25
        za tydzień w piątek => 2026-12-04
        w przyszłym tygodniu w środę => 2026-11-25
        za tydzień => 2026-11-28
        za dwa tygodnie => 2026-12-05
        za 2 tygodnie => 2026-12-05
        za dwa dni => 2026-11-23
        za miesiąc => 2026-12-21
        w weekend => 2026-11-21..2026-11-22
        w przyszły weekend => 2026-11-28..2026-11-29
        w tym tygodniu => 2026-11-21..2026-11-22
        w przyszłym tygodniu => 2026-11-23..2026-11-29
        w tym miesiącu => 2026-11-21..2026-11-30
        w przyszłym miesiącu => 2026-12-01..2026-12-31
        do końca miesiąca => 2026-11-21..2026-11-30
        do końca roku => 2026-11-21..2026-12-31
        w grudniu => 2026-12-01..2026-12-31
        w marcu => 2027-03-01..2027-03-31
        28 listopada => 2026-11-28
        28 listopada 2027 => 2027-11-28
        the visit on the 26th is off => 2026-11-26
        on the 3rd => 2026-12-03
        na 20-go => 2026-12-20
        the 2nd one please => -
        28.11 => 2026-11-28
        28.11.2026 => 2026-11-28
        1.12. => 2026-12-01
        3/12/2026 => 2026-12-03
        2026-11-28 => 2026-11-28
        3 stycznia => 2027-01-03
        dwudziestego ósmego listopada => 2026-11-28
        piątego grudnia => 2026-12-05
        pierwsza sobota grudnia => 2026-12-05
        ostatni piątek listopada => 2026-11-27
        od poniedziałku do piątku => 2026-11-23..2026-11-27
        w sobote 28 listopada => 2026-11-28
        w pon o 9 => 2026-11-23
        сьогодні => 2026-11-21
        завтра => 2026-11-22
        післязавтра => 2026-11-23
        у суботу => 2026-11-21
        в п'ятницю => 2026-11-27
        наступного четверга => 2026-11-26
        за тиждень у п'ятницю => 2026-12-04
        через три дні => 2026-11-24
        наступного тижня => 2026-11-23..2026-11-29
        на вихідних => 2026-11-21..2026-11-22
        у грудні => 2026-12-01..2026-12-31
        до кінця місяця => 2026-11-21..2026-11-30
        28 листопада => 2026-11-28
        двадцять восьмого листопада => 2026-11-28
        перша субота грудня => 2026-12-05
        zavtra => 2026-11-22
        pisliazavtra => 2026-11-23
        today => 2026-11-21
        tomorrow => 2026-11-22
        next Thursday => 2026-11-26
        this weekend => 2026-11-21..2026-11-22
        next week => 2026-11-23..2026-11-29
        in two weeks => 2026-12-05
        in a week => 2026-11-28
        first Saturday of December => 2026-12-05
        December 5th => 2026-12-05
        5 December => 2026-12-05
        in May => 2027-05-01..2027-05-31
        end of the month => 2026-11-21..2026-11-30
        31.02 => -
        25.50 zł => -
        mają 2 oferty => -
        may I ask you => -
        mam 45 lat => -
        601 234 567 => -
        spacer po parku => -
        w tygodniu => -
        99999999999999999999.11 => -
        """);

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_counts_from_today(string text, string? expected) => Assert.Equal(expected, Read.Date(text));

    [Theory]
    [InlineData("a w wigilię?", "2026-12-24")]
    [InlineData("w Boże Narodzenie", "2026-12-25")]
    [InlineData("в вігілію працюєте", "2026-12-24")]
    [InlineData("on Christmas Eve", "2026-12-24")]
    [InlineData("w sylwestra", "2026-12-31")]
    [InlineData("na wielkanoc", "2027-03-28")]
    [InlineData("w przyszły czwartek", "2026-12-03")]
    [InlineData("w czwartek", "2026-11-26")]
    [InlineData("w poniedziałek", "2026-11-23")]
    [InlineData("w weekend", "2026-11-28..2026-11-29")]
    [InlineData("za tydzień w piątek", "2026-12-04")]
    public void On_a_Monday_the_next_Thursday_is_that_of_the_next_week(string text, string expected) =>
        Assert.Equal(expected, Read.Date(text, new DateOnly(2026, 11, 23)));

    [Fact]
    public void A_leap_day_waits_for_no_year() => Assert.Null(Read.Date("29 lutego 2027"));
}
