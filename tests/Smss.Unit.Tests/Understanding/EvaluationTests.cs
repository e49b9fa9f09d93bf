using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

public class EvaluationTests
{
    [Fact]
    public void It_counts_what_is_right_and_what_is_not()
    {
        Evaluation evaluation = Evaluation.Of(Examples.Understander,
        [
            new("szukam pracy", Language.Pl, "jobs.search"),
            new("stop", Language.Pl, "jobs.search", new Slots { Place = "Zakrzów" }),
            new("nie chcę żyć", Language.Pl, Meaning.Crisis),
            new("jaka będzie pogoda", Language.Pl, Meaning.OutOfScope),
        ], Examples.Today);
        Assert.Equal(0.75, evaluation.Accuracy);
        Assert.Equal(1, evaluation.Crisis.Recall);
        Assert.Equal(1, evaluation.OutOfScope.Recall);
        Assert.Equal(0, evaluation.FalseRefusals);
        Assert.Equal(new Counts(0, 0, 1), evaluation.Slots["place"]);
        var page = new StringWriter();
        evaluation.Write(page);
        Assert.Contains("jobs.search -> cancel: stop", page.ToString(), StringComparison.Ordinal);
    }
}
