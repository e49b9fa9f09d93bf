using Microsoft.EntityFrameworkCore.Migrations;

namespace Smss.Abstractions.Data;

/// <summary>
/// A migration written by hand once for both databases. Keys and checks belong in <c>CreateTable</c>; what differs
/// (full text) branches on <see cref="IsSqlite"/>. Give it <c>[DbContext]</c> and <c>[Migration("20261121_…")]</c>.
/// </summary>
public abstract class PortableMigration : Migration
{
    /// <summary>Whether it runs on SQLite (otherwise PostgreSQL).</summary>
    protected bool IsSqlite => ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Column type of an instant, for <c>Column&lt;DateTimeOffset&gt;(type: Instant)</c>.</summary>
    protected string Instant => IsSqlite ? "INTEGER" : "timestamp with time zone";
}
