using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class PlaceSlotTests
{
    public static TheoryData<string, string?> Places => Read.Rows("""
        na Zakrzowie => Zakrzów
        z zakrzowa => Zakrzów
        zakrzow => Zakrzów
        Centrum Zakrzów => Zakrzów
        zakszow => Zakrzów
        z Psiego Pola => Psie Pole
        na psim polu => Psie Pole
        PSIE POLE => Psie Pole
        psiepole => Psie Pole
        Psie Pole-Zawidawie => Psie Pole-Zawidawie
        na Kłokoczycach => Kłokoczyce
        klokoczyce => Kłokoczyce
        na Zgorzelisku => Zgorzelisko
        na Karłowicach => Karłowice
        na Różance => Różanka
        na Nadodrzu => Nadodrze
        we Wrocławiu => Wrocław
        wroclaw => Wrocław
        we Wrocławiu na Zakrzowie => Zakrzów
        w Długołęce => Długołęka
        w Oleśnicy => Oleśnica
        Mirków => Mirków
        na Gaju => Gaj
        mieszkam w Borku => Borek
        w Leśnicy => Leśnica
        do Oławy => Oława
        na Krzykach => Krzyki
        na Закшуві => Zakrzów
        Закшув => Zakrzów
        на Псе Поле => Psie Pole
        Пше Поле => Psie Pole
        у Вроцлаві => Wrocław
        в Олесниці => Oleśnica
        na Zakshuvi => Zakrzów
        in Zakrzow => Zakrzów
        around Psie Pole => Psie Pole
        ładny gaj za lasem => -
        dwie huby na drzewie => -
        kowale potrzebni => -
        rośnie lipa => -
        gdzie to jest => -
        mam fabryczną gwarancję => -
        на Псячому Полі => Psie Pole
        з Псячого Поля => Psie Pole
        na psiachomu poli => Psie Pole
        na zakrzovi => Zakrzów
        na Karlovytsiakh => Karłowice
        v Pavlovycyah => Pawłowice
        na Zawidawiu => Psie Pole-Zawidawie
        na Polance => Polanka
        Pracze Widawskie => Pracze Widawskie
        """);

    [Theory]
    [MemberData(nameof(Places))]
    public void A_place_stands_in_the_nominative(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Place);

    [Fact]
    public void Asked_for_a_place_a_common_word_counts_too()
    {
        Assert.Equal("Gaj", SlotText.Place("gaj"));
        Assert.Equal("Zakrzów", SlotText.Place("mieszkam na zakrzowie"));
        Assert.Null(SlotText.Place("nie powiem"));
    }
}
