namespace Smss.Plugin.Tests.Zoo;

/// <summary>A plugin of the zoo: what its source says, and what is done to its files.</summary>
internal sealed record Animal(string Name)
{
    public string Id { get; init; } = Name.ToLowerInvariant();
    public string? AttributeId { get; init; }
    public string Requires { get; init; } = "";
    public string Constructor { get; init; } = "";
    public string Register { get; init; } = "";
    public string Map { get; init; } = "";
    public string Types { get; init; } = "";
    public string Contract { get; init; } = """{ "from": "1.0", "below": "2.0" }""";
    public string? Json { get; init; }
    public IReadOnlyDictionary<string, string>? Embedded { get; init; }
    public byte[][] Libraries { get; init; } = [];

    /// <summary>What happens to the folder after it was made.</summary>
    public Action<string>? Spoil { get; init; }

    /// <summary>A topic that does something when its words are said.</summary>
    public static Animal Talking(string name, string handle, string constructor = "") => new Animal(name) with
    {
        Register = "module.AddTopic<Talk>();",
        Types = $$"""
            internal sealed class Talk : ITopic
            {
                public Talk() { {{constructor}} }
                public string Id => "{{name.ToLowerInvariant()}}.talk";
                public IReadOnlyCollection<string> Intents => ["{{name.ToLowerInvariant()}}.talk"];
                public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation) { await Task.CompletedTask; {{handle}} }
            }
            """,
    };

    public string Words { get; private init; } = "";

    /// <summary>A sentence that only this one understands.</summary>
    public Animal Saying(string words) => this with
    {
        Words = words,
        Embedded = new Dictionary<string, string>
        {
            [$"Utterances.{Id}.talk.pl.txt"] = string.Join('\n', ((string[])["", "proszę ", "hej ", "teraz ", "no to ", "a może ", "szybko ", "dzisiaj "]).Select(before => before + words)),
        },
    };

    /// <summary>Builds it into a folder of its own.</summary>
    public void Build(string plugins)
    {
        string folder = Directory.CreateDirectory(Path.Combine(plugins, Name)).FullName;
        File.WriteAllBytes(Path.Combine(folder, Name + ".dll"), Compiler.Plugin(Name, Source(), Embedded, Libraries));
        File.WriteAllText(Path.Combine(folder, "plugin.json"), Json ?? $$"""{ "id": "{{Id}}", "version": "1.0.0", "author": "the zoo", "contract": {{Contract}} }""");
        Spoil?.Invoke(folder);
    }

    public override string ToString() => Name;

    private string Source() => $$"""
        [assembly: SmssModule("{{AttributeId ?? Id}}", typeof(Entry), Requires = new string[] { {{Requires}} })]
        public sealed class Entry : IModule
        {
            public Entry() { {{Constructor}} }
            public void Register(IModuleBuilder module) { {{Register}} }
            public void Map(IModuleRoutes routes) { {{Map}} }
        }
        {{Types}}
        """;
}
