using System.Reflection;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Platform.Hosting;

/// <summary>Example utterances embedded in the enabled modules.</summary>
internal static class UtteranceCatalog
{
    public static List<Utterances> Of(ModuleCatalog modules) =>
        [.. from module in modules.Enabled
            from name in module.Assembly.GetManifestResourceNames()
            where name.Contains(".Utterances.", StringComparison.Ordinal) && UtteranceFile.IsNamed(name)
            orderby name
            select Read(module.Assembly, name)];

    private static Utterances Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return UtteranceFile.Read(name, reader);
    }
}
