namespace Smss.Architecture.Tests;

/// <summary>Small files that show one idea each (the budget of the house).</summary>
public sealed class SizeTests
{
    private const int Longest = 300;

    [Fact]
    public void No_source_file_is_longer_than_three_hundred_lines()
    {
        string[] files = Files();
        Assert.DoesNotContain(files, f => Lines(f) > Longest);
    }

    [Fact]
    public void Nine_files_of_ten_fit_on_two_screens()
    {
        int[] lengths = [.. Files().Select(Lines).Order()];
        Assert.True(lengths[lengths.Length / 2] <= 60, $"The median is {lengths[lengths.Length / 2]} lines.");
        Assert.True(lengths[lengths.Length * 9 / 10] <= 140, $"A tenth is longer than {lengths[lengths.Length * 9 / 10]} lines.");
        double tiny = lengths.Count(l => l <= 25) / (double)lengths.Length;
        Assert.True(tiny <= 0.35, $"{tiny:P0} of the files have 25 lines or fewer: the reader opens five to see one idea.");
    }

    [Fact]
    public void The_file_that_lists_a_module_has_at_most_120_lines()
    {
        foreach (Project module in House.Modules)
            Assert.InRange(Lines(Path.Combine(module.Folder, module.Name["Smss.Modules.".Length..] + "Module.cs")), 10, 120);
    }

    [Fact]
    public void The_readme_fits_in_200_lines() => Assert.InRange(Lines(Path.Combine(House.Root, "README.md")), 20, 200);

    private static string[] Files()
    {
        string[] files = [.. House.All.SelectMany(p => House.Sources(p.Folder)).Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal))];
        Assert.True(files.Length > 100, "Sources were found.");
        return files;
    }

    private static int Lines(string file) => File.ReadLines(file).Count();
}
