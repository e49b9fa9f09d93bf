using System.Diagnostics;
using System.Globalization;

namespace Smss.Benchmarks;

/// <summary>Times of one kind of work, as percentiles.</summary>
internal sealed class Latencies(string name)
{
    private readonly List<double> _milliseconds = [];

    public async Task MeasureAsync(int warmUp, int times, Func<int, Task> work)
    {
        for (int i = -warmUp; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            await work(i);
            if (i >= 0) _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    /// <summary>A row of a table: the quantiles, then the longest.</summary>
    public void Print(params ReadOnlySpan<double> quantiles)
    {
        _milliseconds.Sort();
        string row = $"| {name} |";
        foreach (double quantile in quantiles) row += string.Create(CultureInfo.InvariantCulture, $" {At(quantile):F2} |");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row} {_milliseconds[^1]:F2} |"));
    }

    private double At(double quantile) => _milliseconds[(int)Math.Ceiling(quantile * _milliseconds.Count) - 1];
}
