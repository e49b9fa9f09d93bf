using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Smss.Host.Tests.Transcripts;
using Smss.Platform.Data;
using Smss.Platform.Modules;
using Smss.Platform.Outbox;
using Smss.Platform.Privacy;

namespace Smss.Host.Tests.Privacy;

/// <summary>
/// After every conversation we have on paper was held, whoever keeps a resident's name has declared it, can copy it and
/// forgets it: no convention of naming could be walked around this.
/// </summary>
public sealed class EverybodyForgetsTests
{
    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task Whoever_keeps_a_resident_declares_copies_and_forgets_them(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        foreach (string file in Directory.EnumerateFiles(Repository.Transcripts, "*.chat", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var transcript = new Transcript(await File.ReadAllTextAsync(file));
            if (!transcript.Text.Contains("\n~ restart", StringComparison.Ordinal) && !transcript.Text.Contains("\n~ zegar", StringComparison.Ordinal)) await transcript.PlayAsync(host);
        }
        Database database = host.Get<Database>();
        string[] residents = [.. database.Strings("SELECT resident_id FROM platform_conversation")];
        Assert.True(residents.Length > 20, "Conversations were held.");
        HashSet<string> declared = [.. host.Services.GetServices<PersonalDataRegistration>().Select(d => d.ModuleId)];
        string[] keeping = Keeping(database, residents);
        Assert.Contains("initiatives_initiative", keeping);
        Assert.All(keeping, table => Assert.True(declared.Contains(table.Split('_')[0]), $"{table} keeps residents, and its module declares no personal data."));

        foreach (string resident in residents)
        {
            await using AsyncServiceScope scope = host.Services.CreateAsyncScope();
            PersonalCopy copy = await scope.ServiceProvider.GetRequiredService<PersonalCopies>().MakeAsync(resident, CancellationToken.None);
            Assert.All(copy.Kinds, kind => Assert.True(kind.Records is not null, kind.Kind.Id));
            Assert.NotEmpty(PersonalCopies.ToJson(copy));
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new EraseResident(resident));
        }
        while (await host.Get<OutboxDispatcher>().DispatchAsync(CancellationToken.None) > 0) { }
        Assert.Empty(Keeping(database, residents));
        Assert.Empty(database.Strings("SELECT handler, last_error FROM platform_outbox"));
    }

    private static string[] Keeping(Database database, string[] residents) =>
        [.. database.Names().Where(table => database.Strings($"SELECT * FROM \"{table}\"") is var rows && residents.Where(r => r.Length > 0).Any(r => rows.Any(row => row.Contains(r, StringComparison.Ordinal))))];
}
