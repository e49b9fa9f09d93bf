namespace Smss.Abstractions.Modules;

/// <summary>
/// Names a module and its entry type. Read before any code of the module runs, so a disabled module stays silent.
/// </summary>
/// <example><c>[assembly: SmssModule("leaders", typeof(LeadersModule))]</c></example>
/// <param name="id">Lower-case letters and digits; begins every id, table, route and text key of the module.</param>
/// <param name="entry">A public type with a parameterless constructor that implements <see cref="IModule"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SmssModuleAttribute(string id, Type entry) : Attribute
{
    /// <summary>The module's id.</summary>
    public string Id { get; } = id;

    /// <summary>The type that lists the contributions.</summary>
    public Type Entry { get; } = entry;

    /// <summary>Ids of modules without which this one cannot work; the host refuses to start when one is missing or disabled.</summary>
    public string[] Requires { get; init; } = [];
}
