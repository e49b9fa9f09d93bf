using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Smss.Plugin.Tests.Zoo;

/// <summary>Makes dlls from text, in process.</summary>
internal static class Compiler
{
    private const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder; global using Microsoft.AspNetCore.Http; global using Microsoft.EntityFrameworkCore; global using Microsoft.EntityFrameworkCore.Infrastructure;
        global using Microsoft.EntityFrameworkCore.Migrations; global using Microsoft.Extensions.DependencyInjection; global using Smss.Abstractions.Conversation;
        global using Smss.Abstractions.Data; global using Smss.Abstractions.Modules;
        """;

    private static readonly MetadataReference[] House =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(f => Path.GetFileName(f) is var name && !name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)).Select(f => MetadataReference.CreateFromFile(f))];

    /// <summary>A plugin's dll, with files inside it.</summary>
    public static byte[] Plugin(string name, string source, IReadOnlyDictionary<string, string>? embedded = null, params IEnumerable<byte[]> libraries) =>
        Make(name, [Usings, source], [.. House, .. libraries.Select(l => MetadataReference.CreateFromImage(l))], embedded);

    /// <summary>A library that knows nothing of the house.</summary>
    public static byte[] Library(string name, string source) => Make(name, [source], House, null);

    /// <summary>An assembly that references nothing but what is given.</summary>
    public static byte[] Bare(string name, string source, params IEnumerable<byte[]> libraries) => Make(name, [source], [.. libraries.Select(l => MetadataReference.CreateFromImage(l))], null, NullableContextOptions.Disable);

    private static byte[] Make(string name, string[] sources, MetadataReference[] references, IReadOnlyDictionary<string, string>? embedded, NullableContextOptions nullable = NullableContextOptions.Enable)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            name, sources.Select(s => CSharpSyntaxTree.ParseText(s)), references, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: nullable));
        using var dll = new MemoryStream();
        var result = compilation.Emit(dll, manifestResources: (embedded ?? new Dictionary<string, string>()).Select(e => new ResourceDescription($"{name}.{e.Key}", () => new MemoryStream(Encoding.UTF8.GetBytes(e.Value)), isPublic: true)));
        Assert.True(result.Success, string.Join('\n', result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return dll.ToArray();
    }
}
