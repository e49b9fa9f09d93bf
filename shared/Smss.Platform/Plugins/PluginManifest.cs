using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Smss.Abstractions.Modules;

namespace Smss.Platform.Plugins;

/// <summary><c>plugin.json</c>: read before any code of the plugin runs.</summary>
/// <param name="Id">Lower-case letters and digits; begins every table, route and text key.</param>
/// <param name="Version">The plugin's own version.</param>
/// <param name="Author">Who answers for it.</param>
/// <param name="Contract">The versions of Smss.Abstractions it works with.</param>
internal sealed partial record PluginManifest(string Id, Version Version, string Author, ContractRange Contract)
{
    public const string FileName = "plugin.json";
    private const int Longest = 64 * 1024;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Version of the contract: that of the assembly that holds it, set in its project file and nowhere else.</summary>
    public static Version HostContract { get; } = typeof(IModule).Assembly.GetName().Version!;

    /// <exception cref="PluginFault">The file is missing or says something that cannot be.</exception>
    public static PluginManifest Read(string folder)
    {
        var file = new FileInfo(Path.Combine(folder, FileName));
        if (!file.Exists) throw new PluginFault("platform.plugin.no-manifest");
        if (file.Length > Longest) throw Wrong($"more than {Longest / 1024} KiB");
        try
        {
            PluginManifest manifest = JsonSerializer.Deserialize<PluginManifest>(File.ReadAllBytes(file.FullName), Json) ?? throw Wrong("null");
            return IdForm().IsMatch(manifest.Id) && manifest.Id != "platform" ? manifest : throw Wrong($"\"id\": \"{manifest.Id}\"");
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            throw Wrong(e.Message);
        }
    }

    private static PluginFault Wrong(string details) => new("platform.plugin.wrong-manifest", null, details);

    [GeneratedRegex("^[a-z][a-z0-9]{1,29}$")]
    private static partial Regex IdForm();
}

/// <summary>From a version on, below another one.</summary>
internal sealed record ContractRange(Version From, Version Below)
{
    public bool Holds(Version version) => From <= Parts(version) && Parts(version) < Below;

    public override string ToString() => $"≥ {From}, < {Below}";

    private static Version Parts(Version version) => new(version.Major, version.Minor);
}
