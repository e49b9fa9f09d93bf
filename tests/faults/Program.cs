using Smss.Faults;

if (Arguments.Read(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

(int passed, IReadOnlyList<string> blind) = SelfCheck.Run();
foreach (string line in blind) Console.WriteLine("FAIL the checker: " + line);
passed -= blind.Count;
int failed = blind.Count;

Console.WriteLine($"{arguments.Rounds} rounds on {arguments.Database}, {arguments.Residents} posts in flight, --seed {arguments.Seed}");
var run = new Rounds(arguments);
await foreach (RoundResult round in run.RunAsync())
{
    Console.WriteLine(round);
    foreach (string fault in round.Faults.Take(10)) Console.WriteLine("     " + fault);
    if (round.Faults.Count == 0) passed++;
    else failed++;
}
Console.WriteLine($"{passed} passed, {failed} failed");
return failed == 0 ? 0 : 1;
