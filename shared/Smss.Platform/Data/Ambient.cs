using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Data;

namespace Smss.Platform.Data;

/// <summary>The transaction of the turn, when this scope runs inside one: all contexts of the scope share it.</summary>
internal sealed class Ambient
{
    public DbConnection? Connection { get; private set; }
    public DbTransaction? Transaction { get; private set; }

    public void Join(DbConnection connection, DbTransaction transaction)
    {
        Connection = connection;
        Transaction = transaction;
    }

    public static TContext Make<TContext>(IServiceProvider services) where TContext : SmssDbContext
    {
        var ambient = services.GetRequiredService<Ambient>();
        if (ambient.Transaction is null) return ActivatorUtilities.CreateInstance<TContext>(services, services.GetRequiredService<OwnConnection<TContext>>().Options);
        var joined = ActivatorUtilities.CreateInstance<TContext>(services, Options<TContext>(services, ambient.Connection));
        joined.Database.UseTransaction(ambient.Transaction);
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
