using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class OccupationSlotTests
{
    public static TheoryData<string, string?> Polish => Read.Rows("""
        szukam pracy jako spawacz => spawacz
        praca dla spawacza => spawacz
        spawaczka szuka pracy => spawacz
        zatrudnimy spawaczy => spawacz
        jestem spawaczem => spawacz
        spzawacz => spawacz
        praca kucharz => kucharz
        kucharka do szkoły => kucharz
        szukam na magazynie => magazynier
        magazynir psie pole => magazynier
        MAGAZYNIER => magazynier
        pracownik magazynu => magazynier
        robota przy remontach, ktoś bierze? => monter wykończeń wnętrz
        robota sprzątanie => sprzątacz
        praca dla sprzątaczki => sprzątacz
        sprzatanie biur => sprzątacz
        sprzątanie mieszkań => sprzątacz domowy
        na kasie => kasjer
        kasjerka w sklepie => kasjer
        ekspedientka => sprzedawca
        sprzedawczyni => sprzedawca
        spzedawca => sprzedawca
        cos w sklepie => sprzedawca
        opiekunka do osób starszych => opiekun osób starszych
        opieka nad seniorem => opiekun osób starszych
        niania => opiekun dziecięcy
        opiekunka do dzieci => opiekun dziecięcy
        pielęgniarka => pielęgniarka
        praca dla pielegniarek => pielęgniarka
        fryzjerka => fryzjer
        elektryka szukają? => elektryk
        hydraulikiem => hydraulik
        murarz tynkarz => murarz-tynkarz
        pakowanie => pakowacz
        praca przy pakowaniu => pakowacz
        operator wózka widłowego => operator wózka widłowego
        na wózku widłowym => operator wózka widłowego
        wozek widlowy praca => operator wózka widłowego
        kierowca kat. B => kierowca
        kierowca C+E => kierowca ciężarówki
        praca na tirach => kierowca ciężarówki
        kierowcą autobusu => kierowca autobusu
        na budowie => pracownik budowlany
        pomocnik na budowę => pracownik budowlany
        na produkcji => pracownik produkcji
        w biurze => pracownik biurowy
        praca biurowa => pracownik biurowy
        ochrona => ochroniarz
        na zmywak => zmywacz naczyń
        pomoc kuchenna => pomoc kuchenna
        kelnerka w restauracji => kelner
        szwaczka => szwacz
        mechanik samochodowy => mechanik samochodowy
        glazurnik => glazurnik
        układanie płytek => glazurnik
        kurier => kurier
        rozwożenie paczek => kurier
        księgowa => księgowy
        stolarz meblowy => stolarz meblowy
        piekarz => piekarz
        ogrodnik => ogrodnik
        złota rączka => pracownik gospodarczy
        zegarmistrz => zegarmistrz
        kasjerka w sklepie spożywczym => kasjer
        praca w restauracji jako kelner => kelner
        spawwacz => spawacz
        sprzątaczk => sprzątacz
        praca na pol etatu => -
        kasjer na pol etatu => kasjer
        mechanik => mechanik
        mechanik od aut => mechanik samochodowy
        fryzjerka damska => fryzjer
        praktyki w zakładzie stolarskim => stolarz
        praca w kadrach => kadrowy
        technikum gastronomiczne, szukam praktyk => kucharz
        opiekunka do babci => opiekun osób starszych
        opieka nad ludźmi starszymi => opiekun osób starszych
        praca w IT => informatyk
        infolinia => pracownik call center
        """);

    public static TheoryData<string, string?> Ukrainian => Read.Rows("""
        шукаю роботу на складі => magazynier
        шукаю роботу зварювальником => spawacz
        робота кухарем => kucharz
        на прибирання => sprzątacz
        прибиральниця => sprzątacz
        продавчиня в магазин => sprzedawca
        водій категорії с => kierowca ciężarówki
        робота водієм => kierowca
        медсестра => pielęgniarka
        доглядальниця => opiekun osób starszych
        няня => opiekun dziecięcy
        на будівництво => pracownik budowlany
        робота на заводі => pracownik produkcji
        електрик => elektryk
        сантехнік => hydraulik
        пакувальник => pakowacz
        перукарка => fryzjer
        швачка => szwacz
        автомеханік => mechanik samochodowy
        офіціантка => kelner
        кур'єр => kurier
        охоронець => ochroniarz
        бухгалтер => księgowy
        вантажник => ładowacz
        муляр => murarz
        робота zvariuvalnykom => spawacz
        shukaiu robotu kukharia => kucharz
        robota na skladi => magazynier
        prybyralnytsia => sprzątacz
        склад => magazynier
        столярний цех => stolarz
        доглядати стареньку людину => opiekun osób starszych
        джава, програмування => programista
        посуд мити на кухні => zmywacz naczyń
        """);

    public static TheoryData<string, string?> English => Read.Rows("""
        welder => spawacz
        I am looking for a job as a welder => spawacz
        warehouse job => magazynier
        cleaning work => sprzątacz
        cook => kucharz
        shop assistant => sprzedawca
        truck driver => kierowca ciężarówki
        nurse => pielęgniarka
        forklift driver => operator wózka widłowego
        construction worker => pracownik budowlany
        electrician => elektryk
        nanny => opiekun dziecięcy
        waitress => kelner
        hair salon => fryzjer
        he stood at a lathe => tokarz
        carpenter => stolarz
        mechanic => mechanik
        java => programista
        tester in IT => tester oprogramowania
        placement in a pharmacy => technik farmaceutyczny
        he drives lorries => kierowca ciężarówki
        traineeship in a kitchen => kucharz
        """);

    public static TheoryData<string, string?> Nothing => Read.Rows("""
        dzień dobry => -
        mam pytanie => -
        spwacz => -
        jaka jutro pogoda => -
        kurs euro => -
        ile kosztuje bilet => -
        pizza na telefon => -
        praca domowa z matmy => -
        mam 2 dzieci i szukam pracy => -
        szukam jakiejkolwiek pracy => -
        dziękuję bardzo za pomoc => -
        kurs spawania => -
        szkolenie dla kucharzy => -
        шукаю будь-яку роботу => -
        добрий день => -
        any job please => -
        what can you do => -
        I have had it up to here => -
        I finished school in June => -
        """);

    [Theory]
    [MemberData(nameof(Polish))]
    [MemberData(nameof(Ukrainian))]
    [MemberData(nameof(English))]
    [MemberData(nameof(Nothing))]
    public void An_occupation_has_its_spoken_name(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Occupation);

    [Fact]
    public void An_occupation_brings_its_code() => Assert.Equal("721204", Read.Slots("robota dla spawacza").OccupationCode);

    [Fact]
    public void Occupations_are_found_by_code_and_by_words()
    {
        var welder = Occupations.Default.ByCode("721204");
        Assert.Equal(new Occupation("721204", "spawacz", "зварювальник", "welder"), welder);
        Assert.Equal(welder, Occupations.Default.Find("Spawaczem"));
        Assert.Null(Occupations.Default.ByCode("000000"));
        Assert.Null(Occupations.Default.Find("nic takiego"));
    }

    [Fact]
    public void Every_hand_written_name_leads_to_itself()
    {
        var spoken = Occupations.Default.All.Where(o => o.NameUk is not null).ToList();
        Assert.True(spoken.Count >= 200);
        Assert.All(spoken, o => Assert.Equal(o.NamePl, Occupations.Default.Find(o.NamePl)?.NamePl));
        Assert.All(spoken, o => Assert.NotNull(Occupations.Default.Find(o.NameUk!)));
    }

    [Fact]
    public void Every_code_has_six_digits() =>
        Assert.All(Occupations.Default.All, o => Assert.Matches("^[0-9]{6}$", o.Code));
}
