namespace Smss.Abstractions.Facts;

/// <summary>Which handlers listen to which fact, by ids; made once at start from the enabled modules.</summary>
internal sealed class FactCatalog(IEnumerable<FactHandler> handlers)
{
    private readonly ILookup<Type, FactHandler> _byFact = handlers.ToLookup(h => h.Fact);
    private readonly Dictionary<string, FactHandler> _byId = handlers.ToDictionary(h => h.Id);

    public bool Any => _byId.Count > 0;

    public IEnumerable<FactHandler> Of(Type fact) => _byFact[fact];

    public FactHandler? Find(string handlerId) => _byId.GetValueOrDefault(handlerId);
}

/// <summary>A handler of a fact, by the id it is stored under.</summary>
internal sealed record FactHandler(string Id, string FactId, Type Fact, Type Handler);
