namespace Smss.Faults;

/// <summary>What the command line asks for.</summary>
internal sealed record Arguments
{
    public const string Usage = "usage: Smss.Faults [--rounds 20] [--database sqlite|postgres] [--connection TEXT] [--residents 50] [--filers 15] [--seed N]";

    public int Rounds { get; private init; } = 20;

    public string Database { get; private init; } = "sqlite";

    /// <summary>A PostgreSQL server in which databases may be made.</summary>
    public string? Connection { get; private init; }

    /// <summary>Conversations that post at once; each has one post in flight.</summary>
    public int Residents { get; private init; } = 50;

    /// <summary>How many of them file initiatives; the others ask.</summary>
    public int Filers { get; private init; } = 15;

    public int Seed { get; private init; } = Environment.ProcessId;

    /// <returns>Null when the command line cannot be read.</returns>
    public static Arguments? Read(string[] args)
    {
        var read = new Arguments { Connection = Environment.GetEnvironmentVariable("SMSS_TEST_POSTGRES") };
        for (int i = 0; i < args.Length; i += 2)
        {
            string value = i + 1 < args.Length ? args[i + 1] : "";
            bool isNumber = int.TryParse(value, out int number) && number >= 0;
            Arguments? next = args[i] switch
            {
                "--rounds" when isNumber => read with { Rounds = number },
                "--residents" when isNumber => read with { Residents = number },
                "--filers" when isNumber => read with { Filers = number },
                "--seed" when isNumber => read with { Seed = number },
                "--database" when value is "sqlite" or "postgres" => read with { Database = value },
                "--connection" when value.Length > 0 => read with { Connection = value },
                _ => null,
            };
            if (next is null) return null;
            read = next;
        }
        return read.Database == "postgres" && string.IsNullOrEmpty(read.Connection) ? null : read;
    }
}
