using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions;
using Smss.Modules.Initiatives;
using Smss.Modules.Initiatives.Model;
using Smss.Understanding;

namespace Smss.Benchmarks;

/// <summary>Initiatives as many as a large city gathers: a tenth waits to be read, the rest is released, some of it done.</summary>
internal static class InitiativeRows
{
    private static readonly string[] What = ["Lampy", "Ławki", "Przejście", "Plac zabaw", "Stojaki rowerowe", "Zieleń", "Przystanek", "Boisko"];
    private static readonly string[] Where = ["Zakrzów", "Psie Pole", "Karłowice", "Sępolno", "Oporów"];

    public static async Task<int> LoadAsync(IServiceProvider services, int count)
    {
        var clock = services.GetRequiredService<CityClock>();
        for (int from = 1; from <= count; from += 2000)
        {
            await using AsyncServiceScope scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<InitiativesDbContext>();
            if (from == 1 && await db.Initiatives.CountAsync() is > 0 and var there) return there;
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (int n = from; n < from + 2000 && n <= count; n++) db.Add(One(n, clock));
            await db.SaveChangesAsync();
            if (from + 2000 > count) await db.Database.ExecuteSqlRawAsync("ANALYZE");
        }
        return count;
    }

    private static Initiative One(int n, CityClock clock)
    {
        string place = Where[n % Where.Length], what = What[n % What.Length];
        var draft = new Draft($"{what} przy ulicy {n % 997}", $"Od dawna prosimy o to na osiedlu {place}: {what.ToLowerInvariant()} potrzebne od zaraz, numer sprawy {n}.", place, null, Language.Pl) { AuthorId = "resident-" + n % 9000 };
        DateTimeOffset day = clock.Now.AddDays(-n % 300);
        Initiative initiative = Initiative.File(clock.NewId(), new InitiativeNumber(2026, n), draft, day);
        if (n % 10 != 0) initiative.Release(day);
        if (n % 10 is 1 or 2) initiative.Finish("Zrobione.", day);
        return initiative;
    }
}
