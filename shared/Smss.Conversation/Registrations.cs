using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;

namespace Smss.Conversation;

/// <summary>A topic contributed by a module.</summary>
public sealed record TopicRegistration(string ModuleId, Type Topic);

/// <summary>A form contributed by a module.</summary>
public sealed record FormRegistration(string ModuleId, Type Form);

/// <summary>A button of the chat's menu.</summary>
public sealed record MenuButton(string ModuleId, string TextKey, int Order);

/// <summary>Which topic answers which intent; the order can be printed.</summary>
public sealed class TopicCatalog
{
    private readonly Dictionary<string, Entry> _byIntent = [];
    private readonly Dictionary<string, Entry> _byId = [];

    /// <summary>Asks every topic once what it answers.</summary>
    /// <exception cref="InvalidOperationException">Two topics claim one intent or id.</exception>
    public TopicCatalog(IEnumerable<TopicRegistration> registrations, IServiceScopeFactory scopes)
    {
        using IServiceScope scope = scopes.CreateScope();
        foreach (TopicRegistration registration in registrations)
        {
            var topic = (ITopic)scope.ServiceProvider.GetRequiredService(registration.Topic);
            var entry = new Entry(topic.Id, registration.ModuleId, registration.Topic, topic.Intents);
            if (!_byId.TryAdd(topic.Id, entry)) throw new InvalidOperationException($"Two topics are called {topic.Id}.");
            foreach (string intent in topic.Intents)
                if (!_byIntent.TryAdd(intent, entry))
                    throw new InvalidOperationException($"{topic.Id} and {_byIntent[intent].Id} both answer {intent}.");
        }
    }

    /// <summary>All topics in the order in which their modules were registered.</summary>
    public IEnumerable<Entry> All => _byId.Values;

    /// <summary>The topic that answers an intent.</summary>
    public Entry? ForIntent(string intent) => _byIntent.GetValueOrDefault(intent);

    /// <summary>The topic of an id; null when its module is switched off.</summary>
    public Entry? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    /// <summary>One topic.</summary>
    public sealed record Entry(string Id, string ModuleId, Type Type, IReadOnlyCollection<string> Intents);
}

/// <summary>Forms by id.</summary>
public sealed class FormCatalog(IEnumerable<FormRegistration> registrations, IServiceScopeFactory scopes)
{
    private readonly Dictionary<string, Type> _byId = MakeMap(registrations, scopes);

    /// <summary>The form's type; null when its module is switched off.</summary>
    public Type? Find(string id) => _byId.GetValueOrDefault(id);

    private static Dictionary<string, Type> MakeMap(IEnumerable<FormRegistration> registrations, IServiceScopeFactory scopes)
    {
        using IServiceScope scope = scopes.CreateScope();
        return registrations.ToDictionary(r => ((Form)scope.ServiceProvider.GetRequiredService(r.Form)).Id, r => r.Form);
    }
}
