using System.Reflection;
using System.Runtime.CompilerServices;
using Smss.Abstractions.Modules;

namespace Smss.Architecture.Tests;

/// <summary>What plugins compile against is a reviewed text: <c>public-api.txt</c>. <c>SMSS_PUBLIC_API_WRITE=1</c> writes it anew.</summary>
public sealed class PublicApiTests
{
    private static readonly string File = Path.Combine(House.Root, "tests", "Smss.Architecture.Tests", "public-api.txt");
    private static readonly NullabilityInfoContext Nullability = new();

    [Fact]
    public void The_public_API_of_the_abstractions_is_as_reviewed()
    {
        string now = string.Join('\n', Describe(typeof(IModule).Assembly)) + "\n";
        if (Environment.GetEnvironmentVariable("SMSS_PUBLIC_API_WRITE") == "1") System.IO.File.WriteAllText(File, now);
        Assert.Equal(System.IO.File.ReadAllText(File), now);
    }

    private static IEnumerable<string> Describe(Assembly assembly) =>
        from type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal)
        from line in (string[])[Heading(type), .. Members(type).Select(m => "    " + m).Order(StringComparer.Ordinal)]
        select line;

    private static string Heading(Type type)
    {
        string kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : type.GetMethod("<Clone>$") is not null ? "record" : "class";
        string manner = type.IsInterface || type.IsValueType ? "" : type is { IsAbstract: true, IsSealed: true } ? "static " : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";
        IEnumerable<string> bases = (type.BaseType is { } b && b != typeof(object) && b != typeof(ValueType) && b != typeof(Enum) ? [Name(b)] : Array.Empty<string>())
            .Concat(type.GetInterfaces().Where(i => !i.Name.StartsWith("IEquatable", StringComparison.Ordinal) && !type.IsEnum).Select(Name).Order(StringComparer.Ordinal));
        string rest = string.Join(", ", bases);
        return $"{manner}{kind} {type.Namespace}.{Name(type)}{(rest.Length > 0 ? " : " + rest : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags seen = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum) return type.GetEnumNames();
        return type.GetConstructors(seen).Where(IsOpen).Where(c => !IsCopy(c)).Select(c => $".ctor({Parameters(c)})")
            .Concat(type.GetProperties(seen).Where(p => (p.GetMethod ?? p.SetMethod) is { } m && IsOpen(m) && p.Name != "EqualityContract").Select(Property))
            .Concat(type.GetMethods(seen).Where(IsOpen).Where(m => !m.IsSpecialName && !m.IsDefined(typeof(CompilerGeneratedAttribute))).Select(Method));
    }

    private static bool IsOpen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsCopy(ConstructorInfo constructor) => constructor.IsFamily && constructor.GetParameters() is [{ } only] && only.ParameterType == constructor.DeclaringType;

    private static string Property(PropertyInfo property)
    {
        string set = property.SetMethod is not { } setter || !IsOpen(setter) ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        return $"{Manner(property.GetMethod!)}{required}{Name(property.PropertyType, Nullability.Create(property))} {property.Name} {{ get;{set} }}";
    }

    private static string Method(MethodInfo method)
    {
        string generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";
        return $"{Manner(method)}{Name(method.ReturnType, Nullability.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Manner(MethodInfo method) =>
        method.IsStatic ? "static " : method.DeclaringType!.IsInterface ? "" : method.IsAbstract ? "abstract " : method.GetBaseDefinition() != method ? "override " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{(p.IsDefined(typeof(ParamArrayAttribute)) || p.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "")}{Name(p.ParameterType, Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? " = " + (p.DefaultValue ?? "default") : "")}"));

    private static string Name(Type type, NullabilityInfo nullability)
    {
        bool maybe = !type.IsValueType && nullability.ReadState == NullabilityState.Nullable;
        return Name(type) + (maybe ? "?" : "");
    }

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        string name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
