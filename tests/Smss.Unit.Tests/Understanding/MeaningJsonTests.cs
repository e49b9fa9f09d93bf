using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

public class MeaningJsonTests
{
    [Fact]
    public void The_line_holds_what_was_named_and_nothing_else()
    {
        var slots = new Slots { Occupation = "spawacz", Place = "Zakrzów", Free = true, Ordinal = -1, Date = DayRange.Of(new DateOnly(2026, 11, 28)) };
        var meaning = new Meaning(Language.Pl, "jobs.search", 0.97, slots, [new IntentScore("internships.search", 0.02)]);
        Assert.Equal(
            """{"text":"praca „spawacz” 🙂","language":"pl","intent":"jobs.search","confidence":0.97,"slots":{"occupation":"spawacz","place":"Zakrzów","date":{"from":"2026-11-28","to":"2026-11-28"},"free":true,"ordinal":-1},"alternatives":[{"intent":"internships.search","confidence":0.02}]}""",
            MeaningJson.Line("praca „spawacz” 🙂", meaning).Replace("\\uD83D\\uDE42", "🙂", StringComparison.Ordinal));
    }

    [Fact]
    public void A_line_break_or_half_a_character_stays_on_the_line()
    {
        string line = MeaningJson.Line("a\nb\ud800", new Meaning(Language.Other, Meaning.OutOfScope, 0.5, Slots.None, []));
        Assert.DoesNotContain('\n', line);
        Assert.Contains("\"slots\":{},\"alternatives\":[]", line, StringComparison.Ordinal);
    }
}
