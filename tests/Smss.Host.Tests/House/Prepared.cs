using System.Collections.Concurrent;
using Smss.Platform.Data;

namespace Smss.Host.Tests.House;

/// <summary>
/// Lends what one host learnt from the utterances and made for its first day to the next one that begins alike,
/// so that a test costs a start and not a first start. The host itself checks by content whether what it finds fits.
/// </summary>
internal static class Prepared
{
    private const string Cache = "understanding.cache", Data = "smss.db";
    private static readonly string Learnt = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "learnt")).FullName;
    private static readonly string Made = Directory.CreateTempSubdirectory("smss-made-").FullName;
    private static readonly ConcurrentDictionary<string, bool> Kept = new();

    public static void Lend(HostSetup setup, string to)
    {
        Copy(Path.Combine(Learnt, Modules(setup)), Path.Combine(to, Cache));
        if (MayLend(setup)) Copy(Path.Combine(Made, Day(setup)), Path.Combine(to, Data));
    }

    public static void Keep(HostSetup setup, string from, Database database)
    {
        if (File.Exists(Path.Combine(from, Cache)) && Kept.TryAdd(Modules(setup), true))
        {
            File.Copy(Path.Combine(from, Cache), Path.Combine(from, "aside"));
            File.Move(Path.Combine(from, "aside"), Path.Combine(Learnt, Modules(setup)), overwrite: true);
        }
        if (!MayLend(setup) || !Kept.TryAdd(Day(setup), true)) return;
        database.Execute($"VACUUM INTO '{Path.Combine(from, "aside")}'");
        File.Move(Path.Combine(from, "aside"), Path.Combine(Made, Day(setup)));
    }

    public static void Clear() => Directory.Delete(Made, recursive: true);

    private static bool MayLend(HostSetup setup) => setup is { Db: Db.Sqlite, Before: null, Tls: false, Settings.Count: 0 };

    private static string Modules(HostSetup setup) =>
        setup.Modules.Replace("*", "all", StringComparison.Ordinal) + (setup.Further.Count > 0 ? "+further" : "") + ".modules";

    private static string Day(HostSetup setup) => $"{Modules(setup)}.{setup.Clock[..10]}.db";

    private static void Copy(string from, string to)
    {
        if (File.Exists(from) && !File.Exists(to)) File.Copy(from, to);
    }
}
