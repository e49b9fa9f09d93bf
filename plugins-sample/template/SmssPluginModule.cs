using Smss.Abstractions.Modules;
using Smss.Abstractions.TargetGroups;
using SmssPlugin;

[assembly: SmssModule("smssplugin", typeof(SmssPluginModule))]

namespace SmssPlugin;

/// <summary>Lists all that the plugin brings.</summary>
public sealed class SmssPluginModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module) => module
        .AddTopic<SmssPluginGuide>()
        .AddMenu("smssplugin.say.smssplugin.start", 90);
}

/// <summary>Answers with the facts of <c>Guide/*.json</c>; <c>Utterances/</c> holds what residents say.</summary>
internal sealed class SmssPluginGuide : GuideTopic;
