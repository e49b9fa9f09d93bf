using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

public class EvaluationTests
{
    private static readonly Evaluation Evaluation = Evaluation.Of(Examples.Understander,
    [
        new("szukam pracy", Language.Pl, "jobs.search"),
        new("stop", Language.Pl, "jobs.search", new Slots { Place = "Zakrzów" }),
        new("nie chcę żyć", Language.Pl, Meaning.Crisis),
        new("jaka będzie pogoda", Language.Pl, Meaning.OutOfScope),
        new("what is the weather", Language.En, "intent.of.a.module.that.is.off"),
    ], Examples.Today);

    [Fact]
    public void It_counts_what_is_right_and_what_is_not()
    {
        Score polish = Evaluation.ByLanguage[Language.Pl];
        Assert.Equal((4, 3), (polish.Messages, polish.InScope));
        Assert.Equal(2 / 3d, polish.Accuracy);
        Assert.Equal((1d, 0d), (polish.CrisisRecall, polish.FalseAlarms));
        Assert.Equal((1d, 0d), (polish.OutOfScopeRecall, polish.Refused));
        Assert.Equal(new Counts(0, 0, 1), Evaluation.All.Slots["place"]);
    }

    [Fact]
    public void An_intent_that_is_off_is_out_of_scope() => Assert.Equal(1, Evaluation.ByLanguage[Language.En].OutOfScopeRecall);

    [Fact]
    public void The_page_lists_confusions()
    {
        var page = new StringWriter();
        EvaluationPage.Write(Evaluation, page);
        Assert.Contains("jobs.search -> cancel: stop", page.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"a","language":"pl"}""", "\"intent\" is missing")]
    [InlineData("""{"text":"a","language":"pl","intent":"x","slots":{"colour":"red"}}""", "colour")]
    [InlineData("not json", "line 2")]
    [InlineData("""{"text":"a","language":"pl","intent":"x","slots":{"date":{"from":"soon"}}}""", "line 2")]
    public void A_malformed_line_is_named(string line, string named)
    {
        string good = """{"text":"kurs w sobotę","language":"pl","intent":"trainings.search","slots":{"date":{"from":"2026-11-28","to":"2026-11-28"}}}""";
        FormatException wrong = Assert.Throws<FormatException>(() => LabelledFile.Read("set.jsonl", new StringReader(good + "\n" + line)));
        Assert.Contains("set.jsonl, line 2", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(named, wrong.Message, StringComparison.Ordinal);
        Assert.Single(LabelledFile.Read("set.jsonl", new StringReader(good)));
    }
}
