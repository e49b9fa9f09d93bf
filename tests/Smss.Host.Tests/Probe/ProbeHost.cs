namespace Smss.Host.Tests.Probe;

/// <summary>Hosts with the module of the tests, and the sentences its topic is sure to understand.</summary>
internal static class ProbeHost
{
    public const string Note = "zanotuj w sondzie kontrolnej numer jeden";
    public const string Break = "roztrzaskaj wahadło myślenia";
    public const string Spoil = "rozchlap atrament kleksami po kartce";

    public const string Ask = "zapytaj o przyzwolenie na wieści sondażowe";

    public static Task<TestHost> StartAsync(Db db) =>
        TestHost.StartAsync(new HostSetup { Db = db, Modules = "probe", Further = [typeof(ProbeModule).Assembly] });
}
