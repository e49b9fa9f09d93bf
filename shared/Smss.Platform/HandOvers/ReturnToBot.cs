using Smss.Abstractions.Modules;

namespace Smss.Platform.HandOvers;

/// <summary>Every minute: nobody waits without a word, and no conversation is left with a person who went away.</summary>
internal sealed class ReturnToBot(StaffTalks talks) : IModuleJob
{
    public Task RunAsync(CancellationToken cancellation) => talks.DoDueAsync(cancellation);
}
