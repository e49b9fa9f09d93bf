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
        var options = new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(services);
        services.GetRequiredService<Database>().Configure(options, ambient.Connection);
        var context = ActivatorUtilities.CreateInstance<TContext>(services, options.Options);
        if (ambient.Transaction is { } transaction) context.Database.UseTransaction(transaction);
        return context;
    }
}
