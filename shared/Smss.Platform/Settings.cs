using System.Net;
using Microsoft.Extensions.Configuration;
using Npgsql;
using Smss.Platform.Modules;

namespace Smss.Platform;

/// <summary>The configuration under <c>Smss:</c>, read once and checked: a wrong key or value stops the start with one line.</summary>
internal sealed record Settings
{
    public required string Modules { get; init; }
    public required Uri PublicUrl { get; init; }
    public required bool SampleData { get; init; }
    public required TimeZoneInfo TimeZone { get; init; }
    public required string DataPath { get; init; }
    public required bool IsSqlite { get; init; }
    public required string? ConnectionString { get; init; }
    public required string? DirectLineSecret { get; init; }
    public required IReadOnlyList<string> AllowedSites { get; init; }

    /// <summary>Proxies that may say from where a request comes; nobody else is believed.</summary>
    public required IReadOnlyList<IPAddress> TrustedProxies { get; init; }
    public required Limits Limits { get; init; }
    public required Retention Retention { get; init; }
    public required Controller Controller { get; init; }
    public required AccessibilityStatement Accessibility { get; init; }

    private static readonly string[] Known =
        ["Modules", "PublicUrl", "SampleData", "TimeZone", "Data:Path", "Database:Provider", "DirectLine:Secret", "Chat:AllowedSites", "TrustedProxies", "Plugins:Path", .. Limits.Keys, .. Retention.Keys, .. Controller.Keys, .. AccessibilityStatement.Keys];

    /// <exception cref="ConfigurationException">A key nobody knows, or a value that cannot be.</exception>
    public static Settings Read(IConfiguration configuration, string contentRoot, IEnumerable<string> moduleIds)
    {
        IConfigurationSection smss = configuration.GetSection("Smss");
        RefuseUnknown(smss, [.. moduleIds]);
        string dataPath = DataOf(configuration, contentRoot);
        bool sqlite = One(smss, "Database:Provider", "sqlite", "sqlite", "postgres") == "sqlite";
        string? connection = configuration.GetConnectionString("Smss");
        if (!sqlite && string.IsNullOrWhiteSpace(connection))
            throw new ConfigurationException("Smss:Database:Provider is \"postgres\", so ConnectionStrings:Smss must say where it is.");
        if (!sqlite) CheckPostgres(connection!);
        return new Settings
        {
            Modules = smss["Modules"] ?? "*",
            PublicUrl = Address(smss["PublicUrl"] ?? "http://127.0.0.1:5000"),
            SampleData = One(smss, "SampleData", "true", "true", "false") == "true",
            TimeZone = Zone(smss["TimeZone"] ?? "Europe/Warsaw"),
            DataPath = dataPath,
            IsSqlite = sqlite,
            ConnectionString = connection,
            DirectLineSecret = Secret(smss["DirectLine:Secret"]),
            AllowedSites = Sites(smss["Chat:AllowedSites"] ?? ""),
            TrustedProxies = Proxies(smss["TrustedProxies"] ?? ""),
            Limits = Limits.Read(smss),
            Retention = Retention.Read(smss),
            Controller = new Controller(smss[Controller.Keys[0]], smss[Controller.Keys[1]]),
            Accessibility = AccessibilityStatement.Read(smss),
        };
    }

    /// <summary>The data folder, for what is read before the rest.</summary>
    public static string DataOf(IConfiguration configuration, string contentRoot) => Path.GetFullPath(configuration["Smss:Data:Path"] ?? "data", contentRoot);

    /// <summary>The folder of the plugins.</summary>
    /// <exception cref="ConfigurationException">One was named that is not there.</exception>
    public static string PluginsOf(IConfiguration configuration, string contentRoot)
    {
        string path = Path.GetFullPath(configuration["Smss:Plugins:Path"] ?? "plugins", contentRoot);
        return configuration["Smss:Plugins:Path"] is null || Directory.Exists(path) ? path : throw new ConfigurationException($"Smss:Plugins:Path: there is no folder {path}.");
    }

    private static void CheckPostgres(string connection)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException)
        {
            throw new ConfigurationException("ConnectionStrings:Smss cannot be read. It looks like Host=…;Database=…;Username=…;Password=….");
        }
    }

    private static void RefuseUnknown(IConfigurationSection smss, HashSet<string> moduleIds)
    {
        foreach ((string key, string? value) in smss.AsEnumerable(makePathsRelative: true))
        {
            if (value is null || moduleIds.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase)) continue;
            if (!Known.Contains(key, StringComparer.OrdinalIgnoreCase))
                throw new ConfigurationException($"Smss:{key} is not a setting. Known: {string.Join(", ", Known.Select(k => "Smss:" + k))}.");
        }
    }

    private static string One(IConfigurationSection smss, string key, string fallback, params string[] allowed)
    {
        string value = (smss[key] ?? fallback).Trim().ToLowerInvariant();
        return allowed.Contains(value) ? value : throw new ConfigurationException($"Smss:{key} is \"{smss[key]}\"; it can be {string.Join(" or ", allowed)}.");
    }

    private static Uri Address(string value) =>
        Uri.TryCreate(value.TrimEnd('/'), UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? new Uri(value.TrimEnd('/'))
            : throw new ConfigurationException($"Smss:PublicUrl is \"{value}\"; it must be an address such as https://strefa.example.pl.");

    private static TimeZoneInfo Zone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out TimeZoneInfo? zone)
            ? zone
            : throw new ConfigurationException($"Smss:TimeZone \"{id}\" is not known here. Use an IANA name such as Europe/Warsaw, and install the package tzdata.");

    private static string? Secret(string? secret) => secret is null or { Length: >= 16 }
        ? secret
        : throw new ConfigurationException("Smss:DirectLine:Secret must have at least 16 characters.");

    private static IPAddress[] Proxies(string proxies) =>
    [
        .. proxies.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => IPAddress.TryParse(p, out IPAddress? address)
            ? address
            : throw new ConfigurationException($"Smss:TrustedProxies names \"{p}\"; an entry is an address such as 127.0.0.1.")),
    ];

    private static string[] Sites(string sites)
    {
        string[] list = sites.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string site in list)
            if (!Uri.TryCreate(site, UriKind.Absolute, out Uri? origin) || origin.PathAndQuery != "/" || site.Contains(';', StringComparison.Ordinal))
                throw new ConfigurationException($"Smss:Chat:AllowedSites names \"{site}\"; an entry is an origin such as https://www.example.pl.");
        return [.. list.Select(s => s.TrimEnd('/'))];
    }
}

/// <summary>Limits of size and rate.</summary>
internal sealed record Limits(int TokensPerMinute, int PostsPerTenSeconds, int StaffPerMinute)
{
    public static readonly string[] Keys = ["Limits:TokensPerMinute", "Limits:PostsPerTenSeconds", "Limits:StaffPerMinute"];

    public static Limits Read(IConfigurationSection smss) => new(smss.Number(Keys[0], 60), smss.Number(Keys[1], 20), smss.Number(Keys[2], 300));
}

/// <summary>How long what is kept is kept.</summary>
internal sealed record Retention(int ConversationDays, int AuditDays, int UnansweredDays)
{
    public static readonly string[] Keys = ["Retention:ConversationDays", "Retention:AuditDays", "Retention:UnansweredDays"];

    public static Retention Read(IConfigurationSection smss) => new(smss.Number(Keys[0], 180), smss.Number(Keys[1], 730), smss.Number(Keys[2], 90));
}

/// <summary>Who answers for the data (GDPR art. 13): name and address of the controller, and how to reach the data protection officer.</summary>
internal sealed record Controller(string? Name, string? Officer)
{
    public static readonly string[] Keys = ["Privacy:Controller", "Privacy:Officer"];
}

internal static class WholeNumbers
{
    public static int Number(this IConfigurationSection smss, string key, int fallback) => smss[key] is not { } value
        ? fallback
        : int.TryParse(value, out int number) && number > 0
            ? number
            : throw new ConfigurationException($"Smss:{key} is \"{value}\"; it must be a whole number above 0.");
}
