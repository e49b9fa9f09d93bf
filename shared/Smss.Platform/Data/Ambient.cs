using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Data;

namespace Smss.Platform.Data;

/// <summary>The transaction of the turn, when this scope runs inside one: all contexts of the scope share it.</summary>
internal sealed class Ambient
{
    private readonly List<Action> _afterwards = [];

    public WriteScope? Writing { get; private set; }

    /// <summary>What is to be done once the transaction is committed; whoever committed it does it.</summary>
    public IReadOnlyList<Action> Afterwards => _afterwards;

    public void Join(WriteScope writing) => Writing = writing;

    public void AfterCommit(Action action) => _afterwards.Add(action);

    public static TContext Make<TContext>(IServiceProvider services) where TContext : SmssDbContext
    {
        var ambient = services.GetRequiredService<Ambient>();
        if (ambient.Writing is not { } writing) return ActivatorUtilities.CreateInstance<TContext>(services, services.GetRequiredService<OwnConnection<TContext>>().Options);
        var joined = ActivatorUtilities.CreateInstance<TContext>(services, Options<TContext>(services, writing.Connection));
        joined.Database.UseTransaction(writing.Transaction);
        return joined;
    }

    private static DbContextOptions<TContext> Options<TContext>(IServiceProvider services, DbConnection? connection) where TContext : SmssDbContext
    {
        var options = new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(services);
        services.GetRequiredService<Database>().Configure(options, connection);
        return (DbContextOptions<TContext>)options.Options;
    }

    /// <summary>Options of a context that opens a connection of its own: made once, because most turns only read.</summary>
    internal sealed class OwnConnection<TContext>(IServiceProvider root) where TContext : SmssDbContext
    {
        public DbContextOptions<TContext> Options { get; } = Options<TContext>(root, null);
    }
}
