using Smss.Conversation;
using Smss.Platform.Hosting;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Host.Tests.Texts;

/// <summary>What the bot can be told and what it can answer are the same.</summary>
public sealed class UtteranceTests
{
    [Fact]
    public async Task Every_intent_that_a_topic_answers_has_examples_in_its_own_module_and_three_languages()
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        foreach (TopicCatalog.Entry topic in host.Get<TopicCatalog>().All)
        {
            ModuleEntry module = AllModules.WithPlatform.Single(m => m.Id == topic.ModuleId);
            string[] names = module.Assembly.GetManifestResourceNames();
            foreach (string intent in topic.Intents)
                foreach (Language language in Languages.Spoken)
                    Assert.Contains(names, n => n.EndsWith($".Utterances.{intent}.{language.Code()}.txt", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Every_intent_that_has_examples_is_answered_by_a_topic()
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        string[] taught = [.. UtteranceCatalog.Of(host.Get<ModuleCatalog>()).Select(u => u.Intent).Distinct()];
        Assert.True(taught.Length > 25, "Examples were found.");
        Assert.DoesNotContain(taught, intent => intent is not (Meaning.OutOfScope or Utterances.NoCrisis) && host.Get<TopicCatalog>().ForIntent(intent) is null);
    }

    [Fact]
    public async Task Examples_teach_more_than_a_handful_of_sentences_and_none_twice_for_two_intents()
    {
        TestHost host = await SharedHost.OfAsync(Db.Sqlite);
        IReadOnlyList<Utterances> all = UtteranceCatalog.Of(host.Get<ModuleCatalog>());
        Assert.All(all, u => Assert.True(u.Lines.Count >= 20, $"{u.Intent} in {u.Language} has {u.Lines.Count} sentences."));
        var torn = all.SelectMany(u => u.Lines.Select(l => (Line: Folding.Fold(l), u.Intent, u.Language))).GroupBy(x => (x.Line, x.Language)).Where(g => Contradict([.. g.Select(x => x.Intent).Distinct()]));
        Assert.Empty(torn.Select(g => $"\"{g.Key.Line}\": {string.Join(", ", g.Select(x => x.Intent).Distinct())}"));
    }

    /// <summary>What is no cry for help may be anything else.</summary>
    private static bool Contradict(string[] intents) => intents.Length > 1 && (intents.Length > 2 || !intents.Contains(Utterances.NoCrisis) || intents.Contains(Meaning.Crisis));
}
