using Smss.Platform.Hosting;
using Smss.Understanding;

namespace Smss.Platform.Commands;

/// <summary>
/// <c>evaluate FILE… [--today DAY] [--examples FOLDER]</c>: how well labelled messages are understood. Needs no server and no database.
/// With <c>--examples</c> the files of a folder are taught besides: those of a module that is being written.
/// </summary>
internal static class EvaluateCommand
{
    private const string Usage = "evaluate FILE... [--today 2026-11-21] [--examples FOLDER]: each line of a file is {\"text\",\"language\",\"intent\",\"slots\"}.";

    public static int Run(string[] args)
    {
        if (CommandLine.Today(args) is not { } today) return HostCommands.Say("--today takes a day such as 2026-11-21.", 2);
        string[] files = [.. Files(args)];
        if (files.Length == 0) return HostCommands.Say(Usage, 2);
        try
        {
            Labelled[] messages = [.. files.SelectMany(Read)];
            if (messages.Length == 0) return HostCommands.Say("There is no message in " + string.Join(", ", files) + ".", 2);
            EvaluationPage.Write(Evaluation.Of(CommandLine.Understander(args), messages, today), Console.Out);
            return 0;
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            return HostCommands.Say(e.Message, 2);
        }
    }

    private static IEnumerable<string> Files(string[] args)
    {
        for (int i = 0; i < args.Length; i++)
            if (args[i].StartsWith("--", StringComparison.Ordinal)) i++;
            else if (!args[i].Contains('=', StringComparison.Ordinal)) yield return args[i];
    }

    private static IReadOnlyList<Labelled> Read(string path)
    {
        using var content = new StreamReader(path);
        return LabelledFile.Read(path, content);
    }
}
