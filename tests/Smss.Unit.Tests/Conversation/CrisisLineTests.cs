using Smss.Platform.HouseTopics;

namespace Smss.Unit.Tests.Talk;

public class CrisisLineTests
{
    [Theory]
    [InlineData("nie chcę już żyć", "116 123", "adults")]
    [InlineData("не хочу жити", "116 123", "adults")]
    [InlineData("i want to die", "116 123", "adults")]
    [InlineData("mąż mnie bije", "112", "emergency", "violence")]
    [InlineData("чоловік мене б'є", "112", "emergency", "violence")]
    [InlineData("my husband beats me", "112", "emergency", "violence")]
    [InlineData("tata mnie bije, mam 13 lat", "112", "emergency", "children", "violence")]
    [InlineData("мій тато мене б'є", "112", "emergency", "children", "violence")]
    [InlineData("tną się dziewczyny u nas w szkole", "112", "emergency", "children", "adults")]
    [InlineData("nie mam gdzie dziś spać", "112", "tonight")]
    [InlineData("dzieci nie mają co jeść", "112", "tonight")]
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
