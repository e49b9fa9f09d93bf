using System.Data.Common;
using System.Security.Cryptography;
using Smss.Platform.Data;

namespace Smss.Platform.Hosting;

/// <summary>Keys and secrets the host made for itself at its first start, shared by all hosts over the same database.</summary>
internal sealed class SettingStore(Database database)
{
    private readonly Dictionary<string, string> _values = [];

    public byte[] DirectLineKey => Convert.FromBase64String(_values["direct-line-key"]);

    public string DirectLineSecret => _values["direct-line-secret"];

    /// <summary>Reads the settings, making those that are missing. Called once, before the host listens.</summary>
    public void Load()
    {
        using DbConnection connection = database.Open();
        using var commands = new CommandCache(connection);
        Read(commands);
        if (_values.ContainsKey("direct-line-key") && _values.ContainsKey("direct-line-secret")) return;
        Put("direct-line-key", Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)));
        Put("direct-line-secret", Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        // Another host may have been first: what is in the database counts.
        Read(commands);

        void Put(string name, string value) => commands.Execute(
            null, "INSERT INTO platform_setting (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO NOTHING", name, value);
    }

    /// <summary>Values whose name begins so, fresh from the database.</summary>
    public IReadOnlyList<string> All(string prefix)
    {
        using DbConnection connection = database.Open();
        using var commands = new CommandCache(connection);
        using DbDataReader reader = commands.Read(null, "SELECT value FROM platform_setting WHERE name LIKE @p0 ORDER BY name", prefix + "%");
        var values = new List<string>();
        while (reader.Read()) values.Add(reader.GetString(0));
        return values;
    }

    public string? Get(string name) => _values.GetValueOrDefault(name);

    public void Set(string name, string value)
    {
        using DbConnection connection = database.Open();
        using var commands = new CommandCache(connection);
        commands.Execute(
            null, "INSERT INTO platform_setting (name, value) VALUES (@p0, @p1) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value);
        _values[name] = value;
    }

    private void Read(CommandCache commands)
    {
        using DbDataReader reader = commands.Read(null, "SELECT name, value FROM platform_setting");
        while (reader.Read()) _values[reader.GetString(0)] = reader.GetString(1);
    }
}
