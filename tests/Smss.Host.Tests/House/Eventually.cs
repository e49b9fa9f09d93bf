using System.Diagnostics;

namespace Smss.Host.Tests.House;

/// <summary>Waits for what happens beside the test, and says what it waited for when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static Task IsAsync(string what, Func<bool> holds) => IsAsync(what, () => Task.FromResult(holds()));

    public static async Task IsAsync(string what, Func<Task<bool>> holds)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < Patience, "Still not so: " + what);
            await Task.Delay(5);
        }
    }
}
