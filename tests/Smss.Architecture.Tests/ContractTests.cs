using System.Reflection;
using System.Runtime.CompilerServices;
using Smss.Abstractions.Modules;

namespace Smss.Architecture.Tests;

/// <summary>What modules share is words, not behaviour.</summary>
public sealed class ContractTests
{
    private static readonly Type[] Contracts =
        [.. typeof(IModule).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Smss.Abstractions.Contracts.", StringComparison.Ordinal) == true && !t.IsNested && !IsGenerated(t))];

    [Fact]
    public void A_contract_is_a_record_an_enum_or_an_interface()
    {
        Assert.True(Contracts.Length >= 4, "Contracts were found.");
        Assert.All(Contracts, t => Assert.True(t.IsInterface || t.IsEnum || t.GetMethod("<Clone>$") is not null || t.IsValueType, t.FullName));
        Assert.All(Contracts.Where(t => !t.IsInterface && !t.IsEnum), t => Assert.All(
            t.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance),
            m => Assert.True(m.IsSpecialName || m.IsDefined(typeof(CompilerGeneratedAttribute)) || m.GetBaseDefinition() != m, $"{t.Name}.{m.Name} is behaviour.")));
    }

    [Fact]
    public void A_contract_knows_neither_the_database_nor_the_web()
    {
        foreach (Type contract in Contracts)
            Assert.All(NamedBy(contract), t => Assert.DoesNotMatch("^(Microsoft\\.EntityFrameworkCore|Microsoft\\.AspNetCore)", t.Namespace ?? ""));
    }

    [Fact]
    public void A_contract_lies_in_the_folder_of_a_module_and_says_nothing_of_another_owner()
    {
        foreach (Type contract in Contracts)
        {
            string owner = contract.Namespace!.Split('.')[3];
            Assert.True(owner == "Platform" || House.Modules.Any(m => m.Name == "Smss.Modules." + owner), contract.FullName);
            Assert.DoesNotContain(NamedBy(contract), t => t.Namespace?.StartsWith("Smss.Abstractions.Contracts.", StringComparison.Ordinal) == true && t.Namespace != contract.Namespace);
        }
    }

    private static IEnumerable<Type> NamedBy(Type type) =>
        type.GetProperties().Select(p => p.PropertyType)
            .Concat(type.GetMethods(BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .SelectMany(t => t.IsGenericType ? t.GetGenericArguments().Append(t) : [t]);

    private static bool IsGenerated(Type type) => type.IsDefined(typeof(CompilerGeneratedAttribute));
}
