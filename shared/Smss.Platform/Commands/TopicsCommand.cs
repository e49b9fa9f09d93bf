using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Smss.Conversation;
using Smss.Platform.Hosting;

namespace Smss.Platform.Commands;

/// <summary><c>topics</c>: which topic answers which intent, in the order in which a message meets them.</summary>
internal static class TopicsCommand
{
    public static int Run(string[] args)
    {
        using var app = (IDisposable)SmssHost.Build(args);
        Console.WriteLine("crisis → stop, a person, erasure → the open form → what leans on the last answer → topics → not understood");
        foreach (TopicCatalog.Entry topic in ((WebApplication)app).Services.GetRequiredService<TopicCatalog>().All)
            Console.WriteLine($"{topic.Id}: {string.Join(", ", topic.Intents)}");
        return 0;
    }
}
