using System.Reflection;
using System.Reflection.Emit;
using Smss.Abstractions.Modules;

namespace Smss.Host.Tests.Modules;

/// <summary>An assembly made on the spot: a module that requires one nobody has.</summary>
internal static class LonelyModule
{
    public static Assembly Assembly { get; } = Make();

    private static AssemblyBuilder Make()
    {
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Lonely"), AssemblyBuilderAccess.Run);
        Type attribute = typeof(SmssModuleAttribute);
        assembly.SetCustomAttribute(new CustomAttributeBuilder(
            attribute.GetConstructor([typeof(string), typeof(Type)])!, ["lonely", typeof(Probe.ProbeModule)],
            [attribute.GetProperty(nameof(SmssModuleAttribute.Requires))!], [new[] { "company" }]));
        return assembly;
    }
}
