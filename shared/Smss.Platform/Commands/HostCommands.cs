using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Smss.Platform.Accounts;
using Smss.Platform.Hosting;
using Smss.Platform.Modules;

namespace Smss.Platform.Commands;

/// <summary>What the host's command line can do; without a command it serves.</summary>
public static class HostCommands
{
    private const int Trouble = 1, WrongConfiguration = 2;

    /// <summary>Runs a command, or the host until it is told to stop.</summary>
    /// <returns>0 when it went well, 1 when the work failed, 2 when the command line or configuration is wrong.</returns>
    [SuppressMessage("Design", "CA1031", Justification = "The last line of the process: one line for the administrator instead of a stack.")]
    public static async Task<int> RunAsync(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        try
        {
            string command = args is [var first, ..] && !first.StartsWith('-') ? first : "serve";
            string[] rest = command == "serve" && args is not ["serve", ..] ? args : args[1..];
            return command switch
            {
                "serve" => await ServeAsync(rest),
                "migrate" => await MigrateAsync(rest),
                "import" => await ImportCommand.RunAsync(rest),
                "understand" => await UnderstandCommand.RunAsync(rest),
                "evaluate" => EvaluateCommand.Run(rest),
                "topics" => TopicsCommand.Run(rest),
                "unanswered" => await UnansweredCommand.RunAsync(rest),
                _ => Say($"There is no command \"{command}\". Commands: serve, migrate, import, understand, evaluate, topics, unanswered.", WrongConfiguration),
            };
        }
        catch (ConfigurationException e)
        {
            return Say(e.Message, WrongConfiguration);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            return Say("appsettings.json, the environment or the command line cannot be read: " + (e.InnerException ?? e).Message, WrongConfiguration);
        }
        catch (SqliteException e)
        {
            return Say(SqliteAdvice(e), Trouble);
        }
        catch (NpgsqlException e)
        {
            return Say($"ConnectionStrings:Smss: PostgreSQL does not answer as it should ({e.SqlState ?? e.GetType().Name}). Check that it runs and that the name, user and password are right.", Trouble);
        }
        catch (IOException e)
        {
            return Say(e.Message, Trouble);
        }
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        await using WebApplication app = await SmssHost.ReadyAsync(args);
        // Residents come first: looking for an administrator makes the whole model of the tables.
        await app.StartAsync();
        await WelcomeAsync(app);
        // The start leaves example lines, and a first one all that training needed: given back once.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>There is no account at first and no default one: who sees this console becomes the administrator.</summary>
    private static async Task WelcomeAsync(WebApplication app)
    {
        await using AsyncServiceScope scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().FirstAsync(CancellationToken.None) is { } link)
            Say($"Nobody administers yet. This link makes the administrator, once, within {OneTimeLinks.FirstLife.TotalHours:0} hours: {link}", 0);
    }

    private static async Task<int> MigrateAsync(string[] args)
    {
        await using WebApplication app = SmssHost.Build(args);
        await SmssHost.MigrateAsync(app);
        return Say("The tables are up to date.", 0);
    }

    private static string SqliteAdvice(SqliteException e) => e.SqliteErrorCode switch
    {
        8 => "Smss:Data:Path: the database is read-only. Give the host the right to write the folder and the files smss.db*.",
        10 or 13 => "Smss:Data:Path: the disk is full or failing. Free some space, then start again; nothing acknowledged is lost.",
        11 or 26 => "Smss:Data:Path: smss.db is damaged. Keep the file, restore the last backup, and see docs/operations.md.",
        14 => "Smss:Data:Path: smss.db cannot be opened. Check that the folder exists and that the host may write it.",
        _ => $"Smss:Data:Path: SQLite answers with error {e.SqliteErrorCode}/{e.SqliteExtendedErrorCode}.",
    };

    internal static int Say(string line, int exit)
    {
        Console.Error.WriteLine(line);
        return exit;
    }
}
