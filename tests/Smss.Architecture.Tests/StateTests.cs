using System.Reflection;
using System.Runtime.CompilerServices;

namespace Smss.Architecture.Tests;

/// <summary>Two hosts can live in one process: nothing that changes is static.</summary>
public sealed class StateTests
{
    /// <summary>Types whose content can be changed, and which therefore may not be held statically.</summary>
    private static readonly string[] Mutable =
    [
        "System.Collections.Generic.List`1", "System.Collections.Generic.Dictionary`2", "System.Collections.Generic.HashSet`1", "System.Collections.Generic.Queue`1",
        "System.Collections.Concurrent.ConcurrentDictionary`2", "System.Collections.Concurrent.ConcurrentQueue`1", "System.Collections.Concurrent.ConcurrentBag`1",
        "System.Text.StringBuilder", "System.Random",
    ];

    /// <summary>Known gaps; this list may only become shorter. Tables made once and only read.</summary>
    private static readonly string[] Known = [];

    [Fact]
    public void No_static_field_can_change()
    {
        var fields = House.All.SelectMany(p => p.Assembly.GetTypes()).Where(IsWritten)
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)).ToList();
        Assert.True(fields.Count > 50, "Fields were found.");
        IEnumerable<string> changing =
            from field in fields
            where !field.IsLiteral && !field.IsDefined(typeof(ThreadStaticAttribute)) && (!IsGenerated(field) || IsProperty(field))
            where !field.IsInitOnly || Mutable.Contains(field.FieldType.IsGenericType ? field.FieldType.GetGenericTypeDefinition().FullName : field.FieldType.FullName)
            select $"{field.DeclaringType!.FullName}.{field.Name}";
        Assert.Equal(Known.Order(StringComparer.Ordinal), changing.Order(StringComparer.Ordinal));
    }

    /// <summary>Not made by the compiler or by a source generator.</summary>
    private static bool IsWritten(Type type) =>
        !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        && !typeof(System.Text.Json.Serialization.JsonSerializerContext).IsAssignableFrom(type) && type.Namespace?.StartsWith("System.Text.RegularExpressions", StringComparison.Ordinal) != true
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));

    private static bool IsGenerated(FieldInfo field) => field.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsProperty(FieldInfo field) => field.Name.EndsWith("k__BackingField", StringComparison.Ordinal);
}
