namespace Smss.Host.Tests.Starting;

/// <summary>A configuration that cannot work stops the start with one line that names the key, and exit code 2.</summary>
public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Smss:Moduls", "--Smss:Moduls=leaders")]
    [InlineData("Smss:Limits:Postings", "--Smss:Limits:Postings=5")]
    [InlineData("Smss:Modules", "--Smss:Modules=leaders,ghosts")]
    [InlineData("Smss:SampleData", "--Smss:SampleData=perhaps")]
    [InlineData("Smss:TimeZone", "--Smss:TimeZone=Mars/Olympus")]
    [InlineData("Smss:PublicUrl", "--Smss:PublicUrl=strefa")]
    [InlineData("Smss:Limits:PostsPerTenSeconds", "--Smss:Limits:PostsPerTenSeconds=-1")]
    [InlineData("Smss:Limits:TokensPerMinute", "--Smss:Limits:TokensPerMinute=many")]
    [InlineData("Smss:Database:Provider", "--Smss:Database:Provider=oracle")]
    [InlineData("ConnectionStrings:Smss", "--Smss:Database:Provider=postgres")]
    [InlineData("ConnectionStrings:Smss", "--Smss:Database:Provider=postgres --ConnectionStrings:Smss=nonsense")]
    [InlineData("Smss:DirectLine:Secret", "--Smss:DirectLine:Secret=short")]
    [InlineData("Smss:Chat:AllowedSites", "--Smss:Chat:AllowedSites=example.pl/path")]
    public async Task A_wrong_key_or_value_is_named(string key, string arguments)
    {
        string folder = Directory.CreateTempSubdirectory("smss-test-").FullName;
        HostProcess host = await HostProcess.RunAsync(["--Smss:Data:Path=" + folder, .. arguments.Split(' ')]);
        Directory.Delete(folder, recursive: true);
        host.AssertRefused(key);
    }

    [Fact]
    public async Task An_unknown_module_is_named_beside_the_known_ones()
    {
        HostProcess host = await HostProcess.RunAsync(["--Smss:Modules=ghosts"]);
        host.AssertRefused("\"ghosts\"");
        Assert.All(AllModules.Ids, id => Assert.Contains(id, host.Line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_appsettings_that_is_no_JSON_is_named()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("smss-test-");
        await File.WriteAllTextAsync(Path.Combine(root.FullName, "appsettings.json"), """{ "Smss": { "Modules": "*", } """);
        HostProcess host = await HostProcess.RunAsync(["--contentRoot=" + root.FullName]);
        root.Delete(recursive: true);
        host.AssertRefused("appsettings.json");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        string file = Path.GetTempFileName();
        HostProcess host = await HostProcess.RunAsync(["--Smss:Data:Path=" + Path.Combine(file, "data")]);
        File.Delete(file);
        host.AssertRefused("Smss:Data:Path");
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_is_refused()
    {
        await using TestHost first = await TestHost.StartAsync(new HostSetup { Modules = "" });
        HostProcess second = await HostProcess.RunAsync(["--Smss:Modules=", "--Smss:Data:Path=" + first.Folder]);
        second.AssertRefused("Smss:Data:Path");
        Assert.Contains("another host", second.Line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_database_is_named()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("smss-test-");
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "smss.db"), new byte[8192].Select((_, i) => (byte)(i * 7)).ToArray());
        HostProcess host = await HostProcess.RunAsync(["--Smss:Data:Path=" + folder.FullName]);
        folder.Delete(recursive: true);
        Assert.Equal(1, host.ExitCode);
        Assert.Contains("smss.db is damaged", host.Line, StringComparison.Ordinal);
    }
}
