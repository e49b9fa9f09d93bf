using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Smss.Platform.Hosting;
using Smss.Platform.Modules;
using Smss.Understanding;

namespace Smss.Platform.Commands;

/// <summary><c>understand [--today DAY]</c>: JSON lines <c>{"text":"…"}</c> in, one meaning a line out. Needs no server and no database.</summary>
internal static class UnderstandCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (CommandLine.Today(args) is not { } today) return HostCommands.Say("--today takes a day such as 2026-11-21.", 2);
        Understander understander = CommandLine.Understander(args);
        var clock = Stopwatch.StartNew();
        int messages = 0, number = 0;
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false));
        using var input = new StreamReader(Console.OpenStandardInput());
        while (await input.ReadLineAsync() is { } line)
        {
            number++;
            if (line.Length == 0) continue;
            if (Read(line) is not { } message) return HostCommands.Say($"line {number}: not a JSON object with a \"text\".", 1);
            await output.WriteLineAsync(MeaningJson.Line(message.Text, understander.Understand(message.Text, today, message.Hint)));
            messages++;
        }
        await output.FlushAsync();
        double seconds = clock.Elapsed.TotalSeconds;
        return HostCommands.Say(string.Create(CultureInfo.InvariantCulture, $"{messages} messages, {seconds:F2} s, {messages / Math.Max(seconds, 1e-9):F0} messages per second"), 0);
    }

    private static (string Text, Language? Hint)? Read(string line)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            string? text = json.RootElement.GetProperty("text").GetString();
            Language hint = json.RootElement.TryGetProperty("lang", out JsonElement lang) ? Languages.Of(lang.GetString()) : Language.Other;
            return text is null ? null : (text, hint == Language.Other ? null : hint);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
