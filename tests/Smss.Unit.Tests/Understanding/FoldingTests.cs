using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

public class FoldingTests
{
    [Theory]
    [InlineData("Zażółć Gęślą Jaźń", "zazolc gesla jazn")]
    [InlineData("ŁÓDŹ", "lodz")]
    [InlineData("Ґанок і Їжак", "ганок і іжак")]
    [InlineData("Ёлка", "елка")]
    [InlineData("zażo\u0301łc\u0301", "zazolc")]
    [InlineData("pra\u00adca\u200b", "praca")]
    [InlineData("п’ять", "п'ять")]
    public void Letters_are_folded_by_our_own_table(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        string every = string.Concat(Enumerable.Range(1, 0x4FF).Select(i => (char)i));
        Assert.Equal(Folding.Fold(every), Folding.Fold(Folding.Fold(every)));
    }
}
