namespace Smss.Host.Tests.House;

/// <summary>Lends what one host learnt from the utterances to the next one: the content hash in the file says whether it fits.</summary>
internal static class TrainedBefore
{
    private const string Cache = "understanding.cache";
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "trained")).FullName;

    public static void Lend(HostSetup setup, string to)
    {
        if (File.Exists(Kept(setup))) File.Copy(Kept(setup), Path.Combine(to, Cache), overwrite: true);
    }

    public static void Keep(HostSetup setup, string from)
    {
        string trained = Path.Combine(from, Cache);
        if (!File.Exists(trained) || (File.Exists(Kept(setup)) && new FileInfo(Kept(setup)).Length == new FileInfo(trained).Length)) return;
        string aside = Kept(setup) + "." + Path.GetFileName(from);
        File.Copy(trained, aside);
        File.Move(aside, Kept(setup), overwrite: true);
    }

    private static string Kept(HostSetup setup) =>
        Path.Combine(Folder, setup.Modules.Replace("*", "all", StringComparison.Ordinal) + (setup.Further.Count > 0 ? "+" : "") + ".cache");
}
