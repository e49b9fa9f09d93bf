using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Platform.Data;
using Smss.Platform.Hosting;

namespace Smss.Platform.Commands;

/// <summary><c>unanswered</c>: what residents asked and nobody answered, the most frequent first: count, language, last day, text.</summary>
internal static class UnansweredCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using WebApplication app = SmssHost.Build(args);
        await SmssHost.MigrateAsync(app);
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        await PrintAsync(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), Console.Out);
        return 0;
    }

    internal static async Task PrintAsync(PlatformDbContext db, TextWriter to)
    {
        await foreach (UnansweredRow row in db.Set<UnansweredRow>().AsNoTracking()
                           .OrderByDescending(u => u.Times).ThenByDescending(u => u.LastSeen).ThenBy(u => u.Key).AsAsyncEnumerable())
            await to.WriteLineAsync($"{row.Times}\t{row.Language}\t{row.LastSeen:yyyy-MM-dd}\t{row.Text}");
    }
}
