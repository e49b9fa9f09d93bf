using Smss.Benchmarks;

return args switch
{
    ["search", var offers, .. var rest] => await SearchBenchmark.RunAsync(offers, rest is [var postgres, ..] ? postgres : null),
    ["panel", var offers, .. var rest] => await PanelBenchmark.RunAsync(offers, rest is [var postgres, ..] ? postgres : null),
    ["understand", var utterances] => UnderstandingBenchmark.Run(utterances),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("search OFFERS.tsv [POSTGRES CONNECTION] | panel OFFERS.tsv [POSTGRES CONNECTION] | understand FOLDER-WITH-UTTERANCES");
    return 2;
}
