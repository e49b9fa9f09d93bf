using Smss.Platform.HouseTopics;

namespace Smss.Unit.Tests.Talk;

public class CrisisLineTests
{
    [Theory]
    [InlineData("nie chcę już żyć", "116 123", "adults")]
    [InlineData("не хочу жити", "116 123", "adults")]
    [InlineData("i want to die", "116 123", "adults")]
    [InlineData("mąż mnie bije", "800 120 002", "violence", "emergency")]
    [InlineData("чоловік мене б'є", "800 120 002", "violence", "emergency")]
    [InlineData("my husband beats me", "800 120 002", "violence", "emergency")]
    [InlineData("tata mnie bije, mam 13 lat", "116 111", "children", "violence", "emergency")]
    [InlineData("мій тато мене б'є", "116 111", "children", "violence", "emergency")]
    [InlineData("im 12 and dad hits me", "116 111", "children", "violence", "emergency")]
    [InlineData("tną się dziewczyny u nas w szkole", "116 111", "children", "emergency", "adults")]
    [InlineData("mam 13 lat i nie chcę żyć", "116 111", "children")]
    [InlineData("мені 14 і я хочу померти", "116 111", "children")]
    [InlineData("my daughter cuts her arms", "116 111", "children")]
    [InlineData("syn mnie bije, mam 78 lat", "800 120 002", "violence")]
    [InlineData("ratunku, on idzie z nożem", "112", "emergency", "adults")]
    [InlineData("mąż mnie bije i ma nóż w ręce", "112", "emergency", "violence")]
    [InlineData("у нього ніж, він б'є маму", "112", "emergency", "violence")]
    [InlineData("he has a knife and hits us", "112", "emergency", "violence")]
    [InlineData("jestem na dachu", "112", "emergency", "adults")]
    [InlineData("my sister swallowed pills", "112", "emergency")]
    [InlineData("i am freezing on the street", "112", "tonight")]
    [InlineData("замерзаю на вулиці", "112", "tonight")]
    [InlineData("nie mam gdzie dziś spać", "112", "tonight")]
    [InlineData("dzieci nie mają co jeść", "112", "tonight")]
    [InlineData("od wczoraj nic nie jedliśmy", "112", "tonight")]
    [InlineData("немає де ночувати", "112", "tonight")]
    [InlineData("i have nowhere to sleep", "112", "tonight")]
    public void The_right_number_comes_first(string text, string first, params string[] order)
    {
        IReadOnlyList<CrisisLine> lines = CrisisLine.For(text);
        Assert.Equal(first, lines[0].Number);
        Assert.Equal(order, lines.Take(order.Length).Select(l => l.Id));
        Assert.Contains(lines, l => l.Number == "112");
    }
}
