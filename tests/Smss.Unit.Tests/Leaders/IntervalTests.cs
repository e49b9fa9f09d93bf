using Smss.Modules.Leaders.Model;

namespace Smss.Unit.Tests.Leaders;

public class IntervalTests
{
    [Theory]
    [InlineData("")]
    [InlineData("09:00-17:00")]
    [InlineData("08:00-12:00, 12:30-16:00")]
    [InlineData("22:00-03:00")]
    public void Hours_are_written_as_they_were_read(string text) => Assert.Equal(text, Interval.WriteList(Interval.ReadList(text)));

    [Theory]
    [InlineData("9-17")]
    [InlineData("09:00")]
    [InlineData("09:00-25:00")]
    [InlineData("09:00-13:00, 12:00-15:00")]
    [InlineData("13:00-15:00, 09:00-12:00")]
    [InlineData("22:00-03:00, 23:00-23:30")]
    public void Hours_that_cannot_be_are_refused(string text) => Assert.Throws<FormatException>(() => Interval.ReadList(text));

    [Theory]
    [InlineData("9-17", "09:00-17:00")]
    [InlineData(" 9:00 – 13.30 ; 14-17 ", "09:00-13:30, 14:00-17:00")]
    [InlineData("20-24:00", "20:00-00:00")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("9-25", null)]
    [InlineData("od 9 do 17", null)]
    [InlineData("9-9", null)]
    [InlineData("9-13, 12-15", null)]
    [InlineData("=9-17", null)]
    public void Hours_are_read_as_people_type_them(string? typed, string? expected) =>
        Assert.Equal(expected, Interval.ReadTyped(typed) is { } hours ? Interval.WriteList(hours) : null);
}
