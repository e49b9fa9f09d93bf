using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Texts;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Platform.Modules;

namespace Smss.Platform.Plugins;

/// <summary>Before anybody is answered: makes everything a plugin brought once, and looks whether it keeps to its own ground.</summary>
internal sealed class PluginRehearsal(
    InstalledPlugins plugins, IEnumerable<TopicRegistration> topics, IEnumerable<FormRegistration> forms, IEnumerable<JobRegistration> jobs,
    IEnumerable<ContextRegistration> contexts, IEnumerable<PersonalDataRegistration> personal, ITexts texts, IServiceScopeFactory scopes)
{
    public void Run()
    {
        if (!plugins.Active.Any()) return;
        using IServiceScope scope = scopes.CreateScope();
        var taken = topics.Where(t => plugins.Active.All(p => p.Id != t.ModuleId))
            .SelectMany(t => ((ITopic)scope.ServiceProvider.GetRequiredService(t.Topic)).Intents).ToHashSet();
        foreach (Plugin plugin in plugins.Active.ToArray()) plugin.Begin("rehearsal", () => Rehearse(plugin.Id, taken, scope.ServiceProvider));
    }

    private void Rehearse(string id, HashSet<string> taken, IServiceProvider services)
    {
        foreach (TopicRegistration one in topics.Where(t => t.ModuleId == id)) taken.UnionWith(Topic(id, (ITopic)services.GetRequiredService(one.Topic), taken));
        foreach (FormRegistration one in forms.Where(f => f.ModuleId == id)) CheckForm(id, (Form)services.GetRequiredService(one.Form));
        // Throws when it cannot be read; later it would stop the host.
        foreach (JobRegistration job in jobs.Where(j => j.ModuleId == id)) _ = new CronExpression(job.Cron);
        foreach (ContextRegistration context in contexts.Where(c => c.ModuleId == id))
            PluginTables.Check(id, (SmssDbContext)services.GetRequiredService(context.Context), forgets: personal.Any(d => d.ModuleId == id));
        foreach (PersonalDataRegistration data in personal.Where(d => d.ModuleId == id))
            CheckData(id, (IPersonalData)services.GetRequiredService(data.Data));
    }

    private static IReadOnlyCollection<string> Topic(string id, ITopic topic, HashSet<string> taken)
    {
        NeedOwn(id, topic.Id);
        IReadOnlyCollection<string> intents = topic.Intents;
        return intents.FirstOrDefault(taken.Contains) is { } claimed ? throw new PluginFault("platform.plugin.intent-taken", claimed) : intents;
    }

    private void CheckForm(string id, Form form)
    {
        NeedOwn(id, form.Id);
        NeedText(form.Id + ".confirm");
        NeedText(form.Id + ".cancelled");
        foreach (Field field in form.Fields)
        {
            NeedText($"{form.Id}.{field.Id}.ask");
            NeedText($"{form.Id}.{field.Id}.label");
        }
    }

    private void CheckData(string id, IPersonalData data)
    {
        NeedOwn(id, data.Id);
        foreach (string text in (string[])["", ".what", ".why", ".kept", ".erased"]) NeedText(data.Id + text);
    }

    private static void NeedOwn(string id, string named)
    {
        if (!named.StartsWith(id + ".", StringComparison.Ordinal)) throw new PluginFault("platform.plugin.foreign-id", named);
    }

    private void NeedText(string key)
    {
        if (!texts.Has(key)) throw new PluginFault("platform.plugin.text-missing", key);
    }
}
