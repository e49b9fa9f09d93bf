using System.Reflection;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Platform.Hosting;

/// <summary>Example utterances embedded in the enabled modules.</summary>
internal static class UtteranceCatalog
{
    /// <param name="modules">Where the examples are.</param>
    /// <param name="fault">Told of a file that cannot be used. Its intent is left out, in all languages of that module; all others stay.</param>
    public static List<Utterances> Of(ModuleCatalog modules, Action<string>? fault = null)
    {
        var all = new List<Utterances>();
        foreach (ModuleEntry module in modules.Enabled)
            foreach (IGrouping<string, Utterances> intent in OfModule(module.Assembly, fault))
                if (intent.FirstOrDefault(mine => all.Any(u => u.Intent == mine.Intent && u.Language == mine.Language)) is { } twice)
                    fault?.Invoke($"{module.Id}: {twice.Intent}.{twice.Language.Code()}.txt, line 1: another module has brought this file; the intent stays with that one.");
                else
                    all.AddRange(intent);
        return all;
    }

    private static IEnumerable<IGrouping<string, Utterances>> OfModule(Assembly assembly, Action<string>? fault)
    {
        var read = new List<Utterances>();
        var broken = new HashSet<string>();
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Utterances.", StringComparison.Ordinal) && UtteranceFile.IsNamed(n)).Order())
        {
            try
            {
                using var content = new StreamReader(assembly.GetManifestResourceStream(name)!);
                read.Add(UtteranceFile.Read(name, content));
            }
            catch (FormatException e)
            {
                broken.Add(UtteranceFile.IntentOf(name));
                fault?.Invoke(e.Message + "; the intent is left out.");
            }
        }
        return read.Where(u => !broken.Contains(u.Intent)).GroupBy(u => u.Intent);
    }
}
