using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

public class CyrillisationTests
{
    [Theory]
    [InlineData("proszę o zapis na kurs", "проше о запіс на курс")]
    [InlineData("w piątek", "в пйонтек")]
    [InlineData("nie ma gdzie spać", "нє ма гдзє спаць")]
    [InlineData("chcę się nauczyć", "хце шє научиць")]
    [InlineData("pięć złotych", "пєнць злотих")]
    [InlineData("Różanka", "Ружанка")]
    [InlineData("szczepienie", "щепєнє")]
    public void Polish_is_written_as_it_is_heard(string polish, string heard) => Assert.Equal(heard, Cyrillisation.Write(polish), ignoreCase: true);

    [Theory]
    [InlineData("проше о запіс на курс", "prosze o zapis na kurs")]
    [InlineData("в пйонтек", "w piontek")]
    [InlineData("шредньо", "szrednio")]
    [InlineData("йога для людзі", "joga dla ludzi")]
    [InlineData("потшебне", "potrzebne")]
    [InlineData("в Лідлу", "w Lidlu")]
    [InlineData("моє імє", "moje imie")]
    [InlineData("tel 601 ?!", "tel 601 ?!")]
    [InlineData("\ud800", "\ud800")]
    [InlineData("", "")]
    public void What_was_heard_is_Polish_again(string heard, string polish) => Assert.Equal(polish, Cyrillisation.Undo(heard));
}
