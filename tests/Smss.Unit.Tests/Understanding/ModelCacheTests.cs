using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

public sealed class ModelCacheTests : IDisposable
{
    private static readonly string[] Messages = ["szukam pracy", "шукаю роботу на складі", "are you open", "kurs", "asdf qwer", "shukayu robotu", "nie chcę żyć"];
    private readonly string folder = Directory.CreateTempSubdirectory("smss-understanding-").FullName;
    private string CachePath => Path.Combine(folder, "deeper", "model.bin");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_cache_answers_as_the_fresh_model_does()
    {
        Understander fresh = Understander.Create(Examples.All, CachePath);
        Assert.True(File.Exists(CachePath));
        AssertSame(fresh, Understander.Create(Examples.All, CachePath));
    }

    [Fact]
    public void Two_trainings_write_the_same_bytes()
    {
        string other = Path.Combine(folder, "other.bin");
        Understander.Create(Examples.All, CachePath);
        Understander.Create(Examples.All, other);
        Assert.Equal(File.ReadAllBytes(CachePath), File.ReadAllBytes(other));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_number_of_cores_changes_nothing(int cores)
    {
        var set = new TrainingSet(Examples.All, static (_, _, _) => Slots.None);
        Assert.Equal(Trainer.Train(set, 1).Weights, Trainer.Train(set, cores).Weights);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(64)]
    [InlineData(71)]
    [InlineData(75)]
    [InlineData(200)]
    [InlineData(-1)]
    public void A_flipped_byte_means_training_anew(int at)
    {
        Understander fresh = Understander.Create(Examples.All, CachePath);
        byte[] good = File.ReadAllBytes(CachePath), bad = [.. good];
        bad[at < 0 ? ^1 : at] ^= 0x40;
        File.WriteAllBytes(CachePath, bad);
        AssertSame(fresh, Understander.Create(Examples.All, CachePath));
        Assert.Equal(good, File.ReadAllBytes(CachePath));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(70)]
    [InlineData(5000)]
    public void A_torn_file_means_training_anew(int length)
    {
        Understander fresh = Understander.Create(Examples.All, CachePath);
        File.WriteAllBytes(CachePath, File.ReadAllBytes(CachePath)[..length]);
        AssertSame(fresh, Understander.Create(Examples.All, CachePath));
    }

    [Fact]
    public void Other_examples_do_not_take_the_old_cache()
    {
        Understander.Create(Examples.All, CachePath);
        Understander changed = Understander.Create([.. Examples.All.Where(u => u.Intent != "jobs.search")], CachePath);
        Assert.NotEqual("jobs.search", changed.Understand("szukam pracy", Examples.Today).Intent);
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_no_obstacle()
    {
        string file = Path.Combine(folder, "file");
        File.WriteAllText(file, "in the way");
        AssertSame(Examples.Understander, Understander.Create(Examples.All, Path.Combine(file, "model.bin")));
    }

    [Fact]
    public void No_temporary_file_stays()
    {
        Understander.Create(Examples.All, CachePath);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(CachePath)!));
    }

    private static void AssertSame(Understander expected, Understander actual)
    {
        foreach (string message in Messages)
            Assert.Equal(
                MeaningJson.Line(message, expected.Understand(message, Examples.Today)),
                MeaningJson.Line(message, actual.Understand(message, Examples.Today)));
    }
}
