using Smss.Understanding;

namespace Smss.Unit.Tests.Reading;

public class TimeSlotTests
{
    public static TheoryData<string, string?> Times => Read.Rows("""
        o 15 => 15:00
        jutro o 9 => 09:00
        nie przyjdę jutro na 10, chora jestem => 10:00
        не прийду завтра на 10, захворіла => 10:00
        jutro na 2 osoby => -
        przełóżcie z jutra na 14.12 => -
        zamykam dziś na 2-3 godziny => -
        po 16 => 16:00
        15:30 => 15:30
        o 9.30 => 09:30
        o godz. 9 => 09:00
        na 10:30 => 10:30
        wpół do ósmej => 07:30
        kwadrans po ósmej => 08:15
        o ósmej rano => 08:00
        o drugiej po południu => 14:00
        o 8 wieczorem => 20:00
        rano => morning
        w sobotę rano => morning
        po południu => afternoon
        popoludniu => afternoon
        o piętnastej => 15:00
        w południe => 12:00
        о 15 => 15:00
        о п'ятнадцятій => 15:00
        вранці => morning
        після обіду => afternoon
        пів на восьму => 07:30
        at 3 pm => 15:00
        10am => 10:00
        at 15:30 => 15:30
        half past seven => 07:30
        after 4 on friday => 16:00
        at three => 15:00
        at 6 am => 06:00
        o 4 => 04:00
        in the morning => morning
        tomorrow afternoon => afternoon
        mam 15 lat doświadczenia => -
        po 2 tygodniach => -
        o 15 zł więcej => -
        25:70 => -
        pracuję 8 godzin => -
        na 10 ranku => 10:00
        на 10 ранку => 10:00
        10 rano => 10:00
        5 wieczorem => 17:00
        czwartek 16.00 => 16:00
        wtorek 9.30 => 09:30
        28.11 => -
        12.50 zł => -
        half past two => 14:30
        wpół do trzeciej => 14:30
        пів на третю => 14:30
        wpół do dziesiątej => 09:30
        quarter to four => 15:45
        по обіді => afternoon
        po obiedzie => afternoon
        after lunch => afternoon
        przed południem => morning
        pomoc przy obiadach => -
        after two surgeries => -
        po 2 operacjach => -
        after two => 14:00
        о третій дня => 15:00
        3 grudnia o 9:00, tel. 601 234 567 => 09:00
        od 9 do 17 => -
        między 9 a 12 => -
        pracuję od 8.00 do 16.00 => 08:00
        rano o 8 => 08:00
        koło 14 => -
        około 14:30 => 14:30
        po 17 => 17:00
        o wpół do dziewiątej rano => 08:30
        po dwóch dniach => -
        po 3 rozmowach => -
        after two years => -
        o 3 po obiedzie => 15:00
        в обід => 12:00
        ввечері => afternoon
        v obid => 12:00
        Good evening, I want to cancel => -
        dobry wieczór, chcę się umówić => -
        добрий вечір, о котрій ви працюєте => -
        wieczorem u doradcy => afternoon
        na poniedziałek na 9 => 09:00
        на середу на 15 => 15:00
        на понеділок на 2 тижні => -
        w piątek na 2 osoby => -
        w sobotę na 3 godziny => -
        na sobotę na 20 osób => -
        четвер 10:30 => 10:30
        """);

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_is_a_clock_time_or_half_a_day(string text, string? expected) => Assert.Equal(expected, Read.Slots(text).Time);

    [Fact]
    public void Asked_for_a_time_a_bare_hour_counts_too()
    {
        Assert.Equal("15:00", SlotText.Time("15"));
        Assert.Equal("08:00", SlotText.Time("ósma"));
        Assert.Null(SlotText.Time("kiedykolwiek"));
    }
}
