using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class DateSlotTests
{
    public static TheoryData<string, string?> Dates => Read.Rows("""
        dziś => 2026-11-21
        dzisiaj => 2026-11-21
        jutro => 2026-11-22
        pojutrze => 2026-11-23
        w sobotę => 2026-11-28
        w tę sobotę => 2026-11-21
        dziś, w sobotę => 2026-11-21
        w tym tygodniu w sobotę => 2026-11-21
        цієї суботи => 2026-11-21
        sobota-niedziela => 2026-11-21..2026-11-22
        za tydzień w sobotę => 2026-11-28
        szkolenie z radzenia sobie ze stresem => -
        nie wiem, co ze sobą zrobić => -
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
        żeby mąż posiedział z małą => -
        kawy z serduszkiem na piance => -
        the 2nd one please => -
        my son finishes 8th class => -
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
        у суботу => 2026-11-28
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
        zapisz mnie na kurs od 30 listopada, Anna, tel. 601 234 567 => 2026-11-30
        на 3 грудня о 10, мій номер +48 601 234 567 => 2026-12-03
        zadzwońcie jutro pod sześćset jeden dwieście trzydzieści cztery pięćset sześćdziesiąt siedem => 2026-11-22
        warsztaty grudzień => 2026-12-01..2026-12-31
        courses january => 2027-01-01..2027-01-31
        szkolenia luty 2027 => 2027-02-01..2027-02-28
        listopad co macie => 2026-11-21..2026-11-30
        курси у січні => 2027-01-01..2027-01-31
        заходи грудень => 2026-12-01..2026-12-31
        w maju 2027 => 2027-05-01..2027-05-31
        zwolnili mnie w październiku => -
        umowa skończyła się 31 października => -
        28-29 listopada => 2026-11-28..2026-11-29
        28–29 листопада => 2026-11-28..2026-11-29
        od 3 do 5 grudnia => 2026-12-03..2026-12-05
        з 3 по 5 грудня => 2026-12-03..2026-12-05
        від третього до п'ятого грудня => 2026-12-03..2026-12-05
        3-5 December => 2026-12-03..2026-12-05
        December 3-5 => 2026-12-03..2026-12-05
        between the 3rd and the 5th of December => 2026-12-03..2026-12-05
        from 3 to 5 december => 2026-12-03..2026-12-05
        od 28 listopada do 2 grudnia => 2026-11-28..2026-12-02
        28.11-30.11 => 2026-11-28..2026-11-30
        19-25 listopada => 2026-11-21..2026-11-25
        w sobotę 28 => 2026-11-28
        w sobotę 10 => 2026-11-28
        в суботу двадцять восьмого => 2026-11-28
        Friday the 4th => 2026-12-04
        на тому тижні => 2026-11-23..2026-11-29
        афіша на тиждень => 2026-11-23..2026-11-29
        drugi dzień świąt => 2026-12-26
        na drugi dzień Bożego Narodzenia => 2026-12-26
        другий день Різдва => 2026-12-26
        second day of christmas => 2026-12-26
        boxing day => 2026-12-26
        drugi dzień Wielkanocy => 2027-03-29
        w święto trzech króli => 2027-01-06
        między świętami a nowym rokiem => 2026-12-27..2026-12-31
        between christmas and new year => 2026-12-27..2026-12-31
        między 10 a 12 => -
        v piatnycyu => 2026-11-27
        v pyatnytsyu => 2026-11-27
        u seredu => 2026-11-25
        pershoho hrudnia => 2026-12-01
        druhoho hrudnya => 2026-12-02
        piatoho sichnia => 2027-01-05
        u ponedilok => 2026-11-23
        nastupnoho tyzhnia => 2026-11-23..2026-11-29
        po sobotach => -
        czynne w soboty? => -
        w każdy wtorek => -
        open on Saturdays => -
        чи працюєте по суботах => -
        кожної п'ятниці => -
        w niedzielę => 2026-11-22
        na poniedziałkowy kurs => 2026-11-23
        на понеділковий курс => 2026-11-23
        mikołajki dla dzieci => -
        w mikołajki => 2026-12-06
        на Миколая => 2026-12-06
        is there a christmas market => -
        open on christmas => 2026-12-25
        andrzejki na osiedlu => -
        Jan Kowalski => -
        we wtroek => 2026-11-24
        kurs od 3 do 5 osób => -
        między 10 a 15 osób => -
        szukam pracy na 2-3 dni => -
        mam 2-3 lata doświadczenia => -
        praca od 8 do 16 => -
        od 10 listopada szukam pracy => -
        zapisy do 30 listopada => 2026-11-30
        zapisy do końca grudnia => 2026-11-21..2026-12-31
        we wtorek i czwartek => 2026-11-24
        wtorek lub środa => 2026-11-24
        w tym tygodniu w piątek => 2026-11-27
        od środy do piątku => 2026-11-25..2026-11-27
        od jutra do piątku => 2026-11-27
        pracuję w soboty i niedziele => -
        w każdą sobotę => -
        co piątek => -
        w piątki => -
        Thursday's meeting => 2026-11-26
        w styczniu albo w lutym => 2027-01-01..2027-01-31
        styczen => 2027-01-01..2027-01-31
        w przyszłym roku w marcu => 2027-03-01..2027-03-31
        3 styczen => 2027-01-03
        z dnia na dzień => -
        drugi dzień pracy => -
        na drugi dzień => -
        the new year => -
        lista 28 => -
        w sobotę 28 listopada o 10 => 2026-11-28
        u subotu => 2026-11-28
        v nedilyu => 2026-11-22
        v chetver => 2026-11-26
        v seredu vranci => 2026-11-25
        dvadtsiatoho hrudnia => 2026-12-20
        28 lystopada => 2026-11-28
        na wychidnych => 2026-11-21..2026-11-22
        na vyhidnyh => 2026-11-21..2026-11-22
        tsoho tyzhnya => 2026-11-21..2026-11-22
        в понедельник => 2026-11-23
        в следующую пятницу => 2026-11-27
        sobotę 5 grudnia => 2026-12-05
        weekend 5-6 grudnia => 2026-12-05..2026-12-06
        5.12-6.12 => 2026-12-05..2026-12-06
        5-6.12 => 2026-12-05..2026-12-06
        5 i 6 grudnia => 2026-12-05..2026-12-06
        do świąt => -
        po nowym roku => -
        w Nowy Rok => 2027-01-01
        3 i 17 grudnia => 2026-12-17
        на следующей неделе => 2026-11-23..2026-11-29
        5 декабря => 2026-12-05
        в воскресенье => 2026-11-22
        у неділю => 2026-11-22
        в неділю о 10 => 2026-11-22
        з 10.12 => 2026-12-10
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
    [InlineData("w poniedziałek", "2026-11-30")]
    [InlineData("termin u doradcy, четвер 10:30", "2026-11-26")]
    [InlineData("czwartek 10.30", "2026-11-26")]
    [InlineData("Thursday 10 am", "2026-11-26")]
    [InlineData("czwartek 10 grudnia", "2026-12-10")]
    [InlineData("w weekend", "2026-11-28..2026-11-29")]
    [InlineData("za tydzień w piątek", "2026-12-04")]
    public void On_a_Monday_the_next_Thursday_is_that_of_the_next_week(string text, string expected) =>
        Assert.Equal(expected, Read.Date(text, new DateOnly(2026, 11, 23)));

    [Fact]
    public void A_leap_day_waits_for_no_year() => Assert.Null(Read.Date("29 lutego 2027"));
}
