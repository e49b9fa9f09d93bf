using Smss.Abstractions.Modules;
using Smss.Platform.Data;
using Smss.Platform.Hosting;
using Smss.Platform.HouseTopics;
using Smss.Platform.Jobs;

namespace Smss.Platform;

/// <summary>What belongs to no module: the house's own topics, contributed like everybody else's.</summary>
public sealed class PlatformModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module) => module
        .AddDb<PlatformDbContext>()
        .AddTopic<CrisisTopic>()
        .AddTopic<SmallTalkTopic>()
        .AddTopic<HelpTopic>()
        .AddTopic<LanguageTopic>()
        .AddTopic<HumanTopic>()
        .AddTopic<PrivacyTopic>()
        .AddForm<EraseForm>()
        .AddJob<SampleCity>("sample", "0 10 0 * * ?")
        .AddJob<ForgetUnanswered>("unanswered", "0 20 3 * * ?");
}
