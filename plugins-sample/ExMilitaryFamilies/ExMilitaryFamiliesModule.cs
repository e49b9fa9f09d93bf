using ExMilitaryFamilies;
using Smss.Abstractions.Modules;
using Smss.Abstractions.TargetGroups;

[assembly: SmssModule("exmilitary", typeof(ExMilitaryFamiliesModule))]

namespace ExMilitaryFamilies;

/// <summary>People who left the army, and their families: reconversion, qualifications, forums by garrison estate.</summary>
public sealed class ExMilitaryFamiliesModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddTopic<ExMilitaryGuide>();
    }
}

internal sealed class ExMilitaryGuide : GuideTopic;
