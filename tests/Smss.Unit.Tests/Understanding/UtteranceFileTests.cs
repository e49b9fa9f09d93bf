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
}
