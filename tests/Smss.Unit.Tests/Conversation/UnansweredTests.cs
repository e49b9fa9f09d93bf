using Smss.Conversation.Masking;

namespace Smss.Unit.Tests.Talk;

public class UnansweredTests
{
    [Theory]
    [InlineData("ile kosztuje bilet do kina", "ile kosztuje bilet do kina")]
    [InlineData("czy Jan Kowalski jest w urzędzie", "czy … … jest w urzędzie")]
    [InlineData("Jan Kowalski nie odbiera", "… … nie odbiera")]
    [InlineData("pani nowak mi to obiecała", "pani … mi to obiecała")]
    [InlineData("nazywam się ewa", "nazywam się …")]
    [InlineData("мене звати олена", "мене звати …")]
    [InlineData("Kiedy będzie basen na Zakrzowie?", "Kiedy będzie basen na Zakrzowie?")]
    [InlineData("czy Spawacz ma emeryturę", "czy Spawacz ma emeryturę")]
    [InlineData("dzwoniłam 601 234 567 i nic", "dzwoniłam # i nic")]
    [InlineData("mieszkam przy Litewskiej 12/4", "mieszkam przy … #")]
    [InlineData("napisz na ola@przyklad.pl", "napisz na …")]
    [InlineData("co to jest https://example.pl/a?b=1 ?", "co to jest … ?")]
    [InlineData("pesel ●●● co z nim", "pesel … co z nim")]
    [InlineData("GDZIE KUPIĆ WĘGIEL", "GDZIE KUPIĆ WĘGIEL")]
    public void What_could_tell_who_wrote_is_replaced(string text, string kept) => Assert.Equal(kept, Unanswered.MaskOthers(text));
}
