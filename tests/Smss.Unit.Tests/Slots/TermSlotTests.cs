namespace Smss.Unit.Tests.Reading;

public class TermSlotTests
{
    public static TheoryData<string, string?> Contracts => Read.Rows("""
        na pełny etat => full_time
        umowa o pracę => full_time
        na pół etatu => part_time
        praca dorywcza => temporary
        praca sezonowa => temporary
        praca w weekendy => weekend
        praca weekendowa => weekend
        praca zdalna => remote
        umowa zlecenie => mandate
        na zlecenie => mandate
        повна зайнятість => full_time
        неповний робочий день => part_time
        робота на вихідні => weekend
        працювати віддалено => remote
        підробіток => temporary
        part time job => part_time
        remote work => remote
        full-time => full_time
        co się dzieje w weekend => -
        kurs w weekend => -
        """);

    public static TheoryData<string, string?> Topics => Read.Rows("""
        kurs komputerowy => komputer
        szkolenie z excela => excel
        kurs na wózki widłowe => wózki widłowe
        kurs spawania => spawanie
        kurs angielskiego => język angielski
        szkolenie z pierwszej pomocy => pierwsza pomoc
        warsztaty z pisania CV => CV
        kurs gotowania => gotowanie
        targi pracy => szukanie pracy
        курси польської мови => język polski
        курс комп'ютерний => komputer
        курс навантажувача => wózki widłowe
        computer course => komputer
        first aid training => pierwsza pomoc
        szukam pracy jako spawacz => -
        kurs euro => -
        """);

    public static TheoryData<string, string?> Indicators => Read.Rows("""
        jakie jest bezrobocie => bezrobocie
        ile osób mieszka na Psim Polu => ludność
        ile jest przestępstw => przestępczość
        średnia pensja we Wrocławiu => wynagrodzenie
        рівень безробіття => bezrobocie
        how many people live here => ludność
        crime in Zakrzow => przestępczość
        forum mieszkańców => -
        w firmie => -
        """);

    public static TheoryData<string, string?> Employers => Read.Rows("""
        w firmie Nowak Bud na etat => Nowak Bud
        w firmie „Słoneczko” => Słoneczko
        w Biedronce na kasie => Biedronce
        praca w Amazonie => Amazonie
        w firmie sprzątającej => -
        szukam firmy => -
        """);

    [Theory]
    [MemberData(nameof(Contracts))]
    public void A_contract_is_one_of_six(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Contract);

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_is_a_short_Polish_name(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Topic);

    [Theory]
    [MemberData(nameof(Indicators))]
    public void An_indicator_is_a_short_Polish_name(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Indicator);

    [Theory]
    [MemberData(nameof(Employers))]
    public void An_employer_stays_as_written(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Employer);

    [Theory]
    [InlineData("bez doświadczenia", "none")]
    [InlineData("nie mam doswiadczenia", "none")]
    [InlineData("без досвіду", "none")]
    [InlineData("no experience", "none")]
    [InlineData("mam doświadczenie", null)]
    public void Experience_is_none_or_unsaid(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Experience);

    [Theory]
    [InlineData("darmowe szkolenie", true)]
    [InlineData("kurs za darmo", true)]
    [InlineData("bezplatny kurs", true)]
    [InlineData("безкоштовні курси", true)]
    [InlineData("free course", true)]
    [InlineData("in my free time", false)]
    [InlineData("wolny termin", false)]
    public void Free_is_what_costs_nothing(string text, bool expected) => Assert.Equal(expected, Read.Slots(text).Free);
}
