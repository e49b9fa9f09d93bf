using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

public class UtteranceFileTests
{
    [Theory]
    [InlineData("jobs.search.pl.txt", "jobs.search", Language.Pl)]
    [InlineData("/modules/X/Utterances/out_of_scope.uk.txt", "out_of_scope", Language.Uk)]
    [InlineData("Smss.Modules.ActivityCentre.Utterances.jobs.search.en.txt", "jobs.search", Language.En)]
    public void The_name_tells_intent_and_language(string name, string intent, Language language)
    {
        Utterances read = UtteranceFile.Read(name, new StringReader("# heading\n\n  szukam pracy  \n#x\nрoбота\n"));
        Assert.Equal((intent, language), (read.Intent, read.Language));
        Assert.Equal(["szukam pracy", "рoбота"], read.Lines);
    }

    [Theory]
    [InlineData("jobs.search.txt")]
    [InlineData("jobs.search.de.txt")]
    [InlineData("pl.txt")]
    [InlineData("jobs.search.pl.md")]
    public void Another_name_is_refused(string name)
    {
        Assert.False(UtteranceFile.IsNamed(name));
        Assert.Throws<FormatException>(() => UtteranceFile.Read(name, TextReader.Null));
    }

    [Fact]
    public void The_heading_says_which_slots_are_asked_for()
    {
        Assert.Equal(SlotKinds.Place | SlotKinds.Date, UtteranceFile.Read("point.hours.pl.txt", new StringReader("# slots: place, date\nkiedy otwarte")).Slots);
        Assert.Equal(SlotKinds.None, UtteranceFile.Read("help.pl.txt", new StringReader("# slots:\npomoc")).Slots);
        Assert.Null(UtteranceFile.Read("help.pl.txt", new StringReader("pomoc")).Slots);
    }

    [Theory]
    [InlineData("kiedy otwarte\n# slots: colour")]
    [InlineData("kiedy otwarte\nczynne \ufffd jutro")]
    [InlineData("kiedy otwarte\n\0")]
    public void A_broken_line_is_named(string content)
    {
        FormatException broken = Assert.Throws<FormatException>(() => UtteranceFile.Read("point.hours.pl.txt", new StringReader(content)));
        Assert.Contains("point.hours.pl.txt, line 2", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_is_asked_for_is_printed()
    {
        Understander lamps = Understander.Create([new Utterances("lamp.report", Language.Pl, ["lampa nie świeci", "nie działa latarnia"]) { Slots = SlotKinds.None }]);
        Meaning meaning = lamps.Understand("lampa nie świeci", Examples.Today);
        Assert.DoesNotContain("place", MeaningJson.Line("lampa nie świeci na Zakrzowie", meaning with { Slots = new Slots { Place = "Zakrzów" } }), StringComparison.Ordinal);
    }
}
