using ExStateFarmFamilies;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Modules;
using Smss.Abstractions.TargetGroups;

[assembly: SmssModule("exstatefarm", typeof(ExStateFarmFamiliesModule))]

namespace ExStateFarmFamilies;

/// <summary>Families from former state farms: getting to work, school, the flat, a cooperative of their own.</summary>
public sealed class ExStateFarmFamiliesModule : IModule
{
    /// <inheritdoc/>
    public void Register(IModuleBuilder module)
    {
        ArgumentNullException.ThrowIfNull(module);
        module.AddTopic<FarmGuide>().AddTopic<FarmQuestions>().AddForm<WhatFits>();
    }
}

internal sealed class FarmGuide : GuideTopic;

/// <summary>Three questions that lead to the guides worth reading.</summary>
internal sealed class WhatFits : EligibilityForm
{
    public const string FormId = "exstatefarm.fits";
    public override string Id => FormId;
    protected override IReadOnlyList<string> Questions => ["work", "school", "rent"];

    protected override IEnumerable<string> Fitting(Func<string, bool> maybe)
    {
        if (maybe("work")) yield return "commuting";
        if (maybe("school")) yield return "scholarship";
        if (maybe("rent")) yield return "housing";
        yield return "cooperative";
    }
}

internal sealed class FarmQuestions : ITopic
{
    public string Id => "exstatefarm.questions";
    public IReadOnlyCollection<string> Intents { get; } = ["exstatefarm.fits"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        turn.Open(WhatFits.FormId);
        return ValueTask.CompletedTask;
    }
}
