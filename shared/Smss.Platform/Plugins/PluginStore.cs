using System.Globalization;

namespace Smss.Platform.Plugins;

/// <summary>
/// What outlives a start, as small files in the data folder: <c>plugins/&lt;id&gt;.off</c>, <c>.crashes</c>, <c>.calling</c>.
/// Not in the database, because it must be known before anything of the house is put together.
/// </summary>
internal sealed class PluginStore(string dataPath)
{
    public const int MostCrashes = 3;
    private readonly string _folder = Path.Combine(dataPath, "plugins");

    public bool IsOff(string id) => File.Exists(PathOf(id, "off"));

    public bool IsQuarantined(string id) => Crashes(id) >= MostCrashes;

    public void Switch(string id, bool off)
    {
        if (off) Write(id, "off", "");
        else File.Delete(PathOf(id, "off"));
    }

    public void Release(string id) => File.Delete(PathOf(id, "crashes"));

    /// <summary>Opens the mark of a plugin; a process that ended inside it is counted, a quiet end begins the count anew.</summary>
    public PluginMark? OpenMark(string id)
    {
        Directory.CreateDirectory(_folder);
        if (PluginMark.Open(PathOf(id, "calling")) is not { } mark) return null;
        if (mark.EndedInside) Write(id, "crashes", (Crashes(id) + 1).ToString(CultureInfo.InvariantCulture));
        else if (!IsQuarantined(id)) Release(id);
        return mark;
    }

    private int Crashes(string id) =>
        File.Exists(PathOf(id, "crashes")) && int.TryParse(File.ReadAllText(PathOf(id, "crashes")), NumberStyles.None, CultureInfo.InvariantCulture, out int crashes) ? crashes : 0;

    private void Write(string id, string what, string content)
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(PathOf(id, what), content);
    }

    private string PathOf(string id, string what) => Path.Combine(_folder, $"{id}.{what}");
}
