using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Smss.Abstractions.Modules;

namespace Smss.Abstractions.Data;

/// <summary>Names of tables and columns, the same on both databases.</summary>
internal static class Naming
{
    public static string ModuleOf(Type context) =>
        context.Assembly.GetCustomAttribute<SmssModuleAttribute>()?.Id
        ?? throw new InvalidOperationException($"{context.Assembly.GetName().Name} has no [assembly: SmssModule].");

    public static void Apply(ModelBuilder model, string moduleId)
    {
        foreach (IMutableEntityType entity in model.Model.GetEntityTypes())
        {
            if (!entity.IsOwned() && !entity.GetTableName()!.StartsWith("platform_", StringComparison.Ordinal))
                entity.SetTableName($"{moduleId}_{Snake(entity.ClrType.Name)}");
            foreach (IMutableProperty property in entity.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
                if (property.ClrType.IsEnum || Nullable.GetUnderlyingType(property.ClrType)?.IsEnum == true)
                    property.SetProviderClrType(typeof(string));
            }
        }
    }

    /// <summary>"ValidUntil" → "valid_until".</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (char c in name)
        {
            if (char.IsUpper(c) && snake.Length > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }
        return snake.ToString();
    }
}

/// <summary>SQLite has no type for instants: whole microseconds since 1970 sort and compare.</summary>
internal sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    stored => DateTimeOffset.UnixEpoch.AddTicks(stored * TimeSpan.TicksPerMicrosecond));
