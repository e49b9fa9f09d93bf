namespace Smss.Plugin.Tests.Zoo;

/// <summary>The broken plugins, each with what the host says of it.</summary>
internal static class Cages
{
    private const string Table = """
        internal sealed class Db(DbContextOptions<Db> options) : SmssDbContext(options)
        {
            protected override void Describe(ModelBuilder model) => model.Entity<Row>().HasKey(r => r.Id);
        }
        internal sealed class Row { public Guid Id { get; init; } }
        [DbContext(typeof(Db)), Migration("20261128_Initial")]
        internal sealed class Initial : PortableMigration
        {
            protected override void Up(MigrationBuilder migration) { UP }
        }
        """;

    private const string OwnTable = "migration.CreateTable(\"ID_row\", t => new { id = t.Column<Guid>() }, constraints: t => t.PrimaryKey(\"ID_row_key\", x => x.id));";

    public static IReadOnlyList<(Animal Animal, string Reason)> Broken { get; } =
    [
        (new Animal("TextAsDll") { Spoil = f => Write(f, "TextAsDll.dll", "I am a text.") }, "is no .NET program"),
        (new Animal("Truncated") { Spoil = f => Cut(f, "Truncated.dll") }, "is no .NET program"),
        (new Animal("Empty") { Spoil = f => Write(f, "Empty.dll", "") }, "is no .NET program"),
        (new Animal("OldFramework") { Spoil = f => File.WriteAllBytes(Path.Combine(f, "OldFramework.dll"), Compiler.Bare("OldFramework", "public class Old { }", Mscorlib())) }, "built for another version of .NET (mscorlib"),
        (new Animal("WithoutDll") { Spoil = f => File.Delete(Path.Combine(f, "WithoutDll.dll")) }, "WithoutDll.dll is missing"),
        (new Animal("WithoutManifest") { Spoil = f => File.Delete(Path.Combine(f, "plugin.json")) }, "plugin.json is missing"),
        (new Animal("WrongJson") { Json = "{ \"id\": " }, "plugin.json cannot be read"),
        (new Animal("LacksValue") { Json = """{ "id": "lacksvalue", "version": "1.0.0", "author": "the zoo" }""" }, "lacks a value"),
        (new Animal("BadId") { Json = """{ "id": "../bad", "version": "1.0.0", "author": "the zoo", "contract": { "from": "1.0", "below": "2.0" } }""" }, "plugin.json cannot be read"),
        (new Animal("TooNew") { Contract = """{ "from": "2.0", "below": "3.0" }""" }, "made for another version of Smss"),
        (new Animal("TooOld") { Contract = """{ "from": "0.1", "below": "1.0" }""" }, "made for another version of Smss"),
        (new Animal("OtherId") { AttributeId = "somebodyelse" }, "The dll says the id \"somebodyelse\""),
        (new Animal("Twin") { Id = "good" }, "The id \"good\" belongs to another"),
        (new Animal("Impostor") { Id = "leaders" }, "The id \"leaders\" belongs to another"),
        (new Animal("NoPlugin") { Spoil = f => File.WriteAllBytes(Path.Combine(f, "NoPlugin.dll"), Compiler.Library("NoPlugin", "public class Nothing { }")) }, "holds no plugin"),
        (new Animal("LacksModule") { Requires = "\"nowhere\"" }, "needs the module \"nowhere\""),
        (new Animal("LacksLibrary") { Types = "public class Uses : Lib.Thing { }", Libraries = [Compiler.Library("Lib.Missing", "namespace Lib { public class Thing { } }")] }, "Lib.Missing is missing"),
        (new Animal("OldLibrary")
        {
            Register = "new Lib.Thing().New();", Libraries = [Compiler.Library("Lib.Conflicting", "namespace Lib { public class Thing { public void New() { } } }")],
            Spoil = f => File.WriteAllBytes(Path.Combine(f, "Lib.Conflicting.dll"), Compiler.Library("Lib.Conflicting", "namespace Lib { public class Thing { public void Old() { } } }")),
        }, "MissingMethodException"),
        (new Animal("NoEntry") { AttributeId = "noentry", Spoil = f => File.WriteAllBytes(Path.Combine(f, "NoEntry.dll"), Compiler.Plugin("NoEntry", "[assembly: SmssModule(\"noentry\", typeof(string))]")) }, "reported an error (step: load)"),
        (new Animal("ThrowsConstructing") { Constructor = "throw new InvalidOperationException(\"constructor\");" }, "InvalidOperationException: constructor"),
        (new Animal("ThrowsBeforeAnything") { Types = "internal static class Before { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => throw new InvalidOperationException(\"initializer\"); }" }, "initializer"),
        (new Animal("ThrowsRegistering") { Register = "module.AddTopic<Never>(); throw new InvalidOperationException(\"registration\");", Types = Animal.Talking("Never", "").Types.Replace("Talk", "Never") }, "InvalidOperationException: registration"),
        (new Animal("ThrowsMapping") { Map = "routes.Api.MapGet(\"/early\", () => \"early\").AllowAnonymous(); throw new InvalidOperationException(\"mapping\");" }, "InvalidOperationException: mapping"),
        (Animal.Talking("ThrowsAsTopic", "", "throw new InvalidOperationException(\"topic\");"), "InvalidOperationException: topic"),
        (new Animal("ThrowsMigrating") { Register = "module.AddDb<Db>();", Types = Table.Replace("UP", OwnTable.Replace("ID", "throwsmigrating") + " migration.Sql(\"SELECT nothing_at_all\");") }, "step: migrate"),
        (new Animal("ForeignTable") { Register = "module.AddDb<Db>();", Types = Table.Replace("UP", "migration.DropTable(\"leaders_point\");") }, "\"leaders_point\" does not belong"),
        (new Animal("ForeignModel") { Register = "module.AddDb<Db>();", Types = Table.Replace("HasKey(r => r.Id)", "ToTable(\"platform_account\").HasKey(r => r.Id)").Replace("UP", "") }, "\"platform_account\" does not belong"),
        (new Animal("ForeignSql") { Register = "module.AddDb<Db>();", Types = Table.Replace("UP", OwnTable.Replace("ID", "foreignsql") + " migration.Sql(\"UPDATE platform_account SET roles = 1\");") }, "\"platform_account\" does not belong"),
        (new Animal("ForeignRoute") { Map = "routes.Segment(\"praca\").MapGet(\"/\", () => \"mine\").AllowAnonymous();" }, "did not declare the segment"),
        (new Animal("OpenRoute") { Map = "routes.Api.MapGet(\"/open\", () => \"open\");" }, "does not say who may open it"),
        (new Animal("TakenSegment") { Register = "module.AddSegment(\"praca\", \"takensegment.nav\", 5);", Embedded = Texts("takensegment", "nav") }, "\"/praca\" is taken"),
        (new Animal("OwnService") { Register = "module.Services.AddHostedService<Works>();", Types = "internal sealed class Works : Microsoft.Extensions.Hosting.BackgroundService { protected override Task ExecuteAsync(CancellationToken c) => throw new Exception(); }" }, "background service of its own"),
        (new Animal("Replaces") { Register = "module.Services.AddSingleton<TimeProvider>(TimeProvider.System);" }, "replace a service of the program: TimeProvider"),
        (Animal.Talking("TakesIntent", "") is var taker ? taker with { Types = taker.Types.Replace("[\"takesintent.talk\"]", "[\"jobs.search\"]") } : null!, "already answers \"jobs.search\""),
        (new Animal("OneLanguage") { Embedded = new Dictionary<string, string> { ["Texts.pl.json"] = "{ \"onelanguage.hello\": \"Cześć\" }" } }, "The text onelanguage.hello (uk) is missing"),
        (new Animal("ForeignText") { Embedded = Texts("platform", "welcome") }, "platform.welcome does not begin with"),
        (new Animal("BadCron") { Register = "module.AddJob<Job>(\"job\", \"every now and then\");", Types = "internal sealed class Job : IModuleJob { public Task RunAsync(CancellationToken c) => Task.CompletedTask; }" }, "step: rehearsal"),
        (new Animal("NamelessMigration") { Register = "module.AddDb<Db>();", Types = Table.Replace(", Migration(\"20261128_Initial\")", "").Replace("UP", OwnTable.Replace("ID", "namelessmigration")) }, "Initial has no [Migration] id"),
        (new Animal("Tunnel") { Spoil = f => Tunnel(f) }, "is a link"),
        (new Animal("Linked") { Spoil = f => Outside(f, "Linked.dll") }, "is a link"),
    ];

    /// <summary>They never come back: each takes the whole time it is given, asleep or not.</summary>
    public static IReadOnlyList<(Animal Animal, string Reason, TimeSpan Slept)> Slow { get; } =
    [
        (new Animal("SlowRegistering") { Register = "Thread.Sleep(Timeout.Infinite);" }, "did not finish in time (step: register)", TimeSpan.FromSeconds(5)),
        (new Animal("SpinsMapping") { Map = "while (true) { }" }, "did not finish in time (step: map)", TimeSpan.Zero),
    ];

    /// <summary>They end the process: a stack that overflows, a throw where nobody catches, an exit.</summary>
    public static IReadOnlyList<Animal> Deadly { get; } =
    [
        new Animal("Overflows") { Map = "Deep(1); static int Deep(int n) => Deep(n + 1) + 1;" },
        new Animal("OwnThread") { Register = "new Thread(() => throw new InvalidOperationException(\"own thread\")).Start(); Thread.Sleep(2000);" },
        new Animal("Exits") { Register = "Environment.Exit(7);" },
    ];

    private static Dictionary<string, string> Texts(string id, string key)
    {
        string json = $$"""{ "{{id}}.{{key}}": "text" }""";
        return new Dictionary<string, string> { ["Texts.pl.json"] = json, ["Texts.uk.json"] = json, ["Texts.en.json"] = json };
    }

    private static byte[] Mscorlib() => Compiler.Bare("mscorlib", """
        namespace System
        {
            public class Object { } public class ValueType { } public class Attribute { } public class String { } public class Enum : ValueType { }
            public struct Void { } public struct Int32 { } public struct Boolean { }
            public enum AttributeTargets { All = 32767 }
            public class AttributeUsageAttribute : Attribute { public AttributeUsageAttribute(AttributeTargets on) { } public bool AllowMultiple { get; set; } public bool Inherited { get; set; } }
        }
        """);

    private static void Write(string folder, string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    private static void Cut(string folder, string file)
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(folder, file));
        File.WriteAllBytes(Path.Combine(folder, file), whole[..(whole.Length / 3)]);
    }

    /// <summary>The folder itself leads elsewhere.</summary>
    private static void Tunnel(string folder)
    {
        string elsewhere = Path.GetFullPath(Path.Combine(folder, "..", "..", "tunnel"));
        Directory.Move(folder, elsewhere);
        Directory.CreateSymbolicLink(folder, elsewhere);
    }

    private static void Outside(string folder, string file)
    {
        string elsewhere = Path.Combine(Path.GetDirectoryName(folder)!, "..", "elsewhere.dll");
        File.Move(Path.Combine(folder, file), elsewhere, overwrite: true);
        File.CreateSymbolicLink(Path.Combine(folder, file), Path.GetFullPath(elsewhere));
    }
}
