using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Smss.Abstractions.Data;
using Smss.Abstractions.Facts;

namespace Smss.Platform.Plugins;

/// <summary>A plugin touches its own tables only: in its model and in its migrations.</summary>
internal static partial class PluginTables
{
    /// <exception cref="PluginFault">It names a table of somebody else, or keeps residents and cannot forget them.</exception>
    public static void Check(string id, SmssDbContext context, bool forgets)
    {
        if (!forgets && context.Model.GetEntityTypes().SelectMany(e => e.GetProperties()).FirstOrDefault(p => p.Name.Contains("Resident", StringComparison.Ordinal)) is { } kept)
            throw new PluginFault("platform.plugin.undeclared", kept.Name);
        foreach (string table in context.Model.GetEntityTypes().Where(e => e.ClrType != typeof(OutboxRow) && e.ClrType != typeof(AuditRow)).Select(e => e.GetTableName()).OfType<string>()) NeedOwn(id, table);
        foreach (Type type in context.GetType().Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Migration)) && t.GetCustomAttribute<DbContextAttribute>()?.ContextType == context.GetType()))
        {
            if (type.GetCustomAttribute<MigrationAttribute>() is null) throw new InvalidOperationException($"{type.Name} has no [Migration] id.");
            var migration = (Migration)Activator.CreateInstance(type)!;
            migration.ActiveProvider = context.Database.ProviderName!;
            foreach (MigrationOperation operation in migration.UpOperations) Check(id, operation);
        }
    }

    private static void Check(string id, MigrationOperation operation)
    {
        if (operation is SqlOperation sql)
        {
            foreach (Match name in TableName().Matches(sql.Sql)) NeedOwn(id, name.Groups[1].Value);
            return;
        }
        foreach (PropertyInfo property in operation.GetType().GetProperties())
            if (NamesTable(operation, property.Name) && property.GetValue(operation) is string table) NeedOwn(id, table);
    }

    private static bool NamesTable(MigrationOperation operation, string property) => property is "Table" or "PrincipalTable"
        || (property is "Name" or "NewName" && operation is CreateTableOperation or DropTableOperation or AlterTableOperation or RenameTableOperation);

    private static void NeedOwn(string id, string table)
    {
        if (!table.StartsWith(id + "_", StringComparison.Ordinal)) throw new PluginFault("platform.plugin.table-outside", table);
    }

    /// <summary>What SQL does something to.</summary>
    [GeneratedRegex("""\b(?:TABLE|INTO|UPDATE|FROM|ON|JOIN)\s+(?:IF\s+(?:NOT\s+)?EXISTS\s+)?["`\[]?([a-z]\w*_\w+)""", RegexOptions.IgnoreCase)]
    private static partial Regex TableName();
}
