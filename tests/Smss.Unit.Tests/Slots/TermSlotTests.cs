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
        weekend gig for a student => weekend
        weekend waitress => weekend
        видалена робота є? => remote
        na pol etatu => part_time
        склад, пів етату => part_time
        pivetatu na skladi => part_time
        remove me from the list => -
        видалена заявка => -
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
        czy będzie jakiś koncert => koncert
        концерт у центрі => koncert
        zajęcia ze śpiewu => śpiew
        turniej szachowy dla dzieci => szachy
        шахи для дітей => szachy
        wieczór gier planszowych => gry planszowe
        jarmark świąteczny kiedy => jarmark świąteczny
        різдвяний ярмарок => jarmark świąteczny
        is there a christmas market => jarmark świąteczny
        mikołajki dla dzieci => mikołajki
        свято Миколая для дітей => mikołajki
        zabawa andrzejkowa => andrzejki
        pchli targ w sobotę => pchli targ
        flea market on sunday => pchli targ
        potańcówka dla seniorów => taniec
        coś dla dzieci w sobotę => dla dzieci
        kurs szycia => szycie
        курс шиття => szycie
        sewing class => szycie
        cooking class => gotowanie
        sing me up for cooking classes => gotowanie
        kurs barmański => kurs barmański
        szkolenie dla baristów => kurs baristy
        курси офіціантів => kurs kelnerski
        szkolenie z obsługi maszyn CNC => CNC
        курси манікюру => paznokcie
        kurs obsługi smartfona dla seniorów => smartfon
        computer classes for seniors => komputer
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
        ile dzieci mieszka na osiedlu => liczba dzieci
        how many children live in Kowale => liczba dzieci
        bezrobocie wśród młodych => bezrobocie młodzieży
        безробіття серед жінок => bezrobocie kobiet
        długotrwałe bezrobocie we Wrocławiu => bezrobocie długotrwałe
        how many people are unemployed => bezrobocie
        скільки іноземців у районі => liczba cudzoziemców
        ilu Ukraińców mieszka na Psim Polu => liczba Ukraińców
        ile dzieci żyje w ubóstwie => ubóstwo dzieci
        people over 65 on the estate => starzenie się ludności
        ile jest placów zabaw => liczba placów zabaw
        приріст населення => przyrost ludności
        population growth => przyrost ludności
        люди з інвалідністю, скільки їх => osoby z niepełnosprawnością
        ile organizacji pozarządowych działa na Zakrzowie => liczba organizacji pozarządowych
        aktywność zawodowa kobiet => aktywność zawodowa kobiet
        скільки дітей у садках => przedszkola
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
    [InlineData("a course that doesn't cost anything", true)]
    [InlineData("таке, щоб не треба платити", true)]
    [InlineData("in my free time", false)]
    [InlineData("is there still one free chair", false)]
    [InlineData("wolny termin", false)]
    public void Free_is_what_costs_nothing(string text, bool expected) => Assert.Equal(expected, Read.Slots(text).Free);
}
