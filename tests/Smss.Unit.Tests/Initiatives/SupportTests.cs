using Microsoft.EntityFrameworkCore;
using Smss.Modules.Initiatives;
using Smss.Modules.Initiatives.Model;
using OutboxRow = Smss.Abstractions.Facts.OutboxRow;

namespace Smss.Unit.Tests.Initiatives;

public sealed class SupportTests : IDisposable
{
    private readonly InitiativesFixture _city = new();

    [Fact]
    public async Task A_resident_counts_once()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli");
        Assert.Equal(new(SupportInitiative.Outcome.Supported, bench.Title, 1), await _city.SupportAsync(bench.Number, "a"));
        Assert.Equal(new(SupportInitiative.Outcome.Already, bench.Title, 1), await _city.SupportAsync(bench.Number, "a"));
        Assert.Equal(new(SupportInitiative.Outcome.Supported, bench.Title, 2), await _city.SupportAsync(bench.Number, "b"));
    }

    [Fact]
    public async Task Thirty_residents_at_once_are_thirty()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli");
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => _city.SupportAsync(bench.Number, "r" + i))));
        Assert.Equal(30, (await _city.Db().Initiatives.SingleAsync()).Supporters);
    }

    [Fact]
    public async Task The_author_does_not_count()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli", author: "a");
        Assert.Equal(SupportInitiative.Outcome.Own, (await _city.SupportAsync(bench.Number, "a")).Outcome);
        Assert.False(await _city.Db().Supports.AnyAsync());
    }

    [Fact]
    public async Task What_was_not_released_is_unknown_to_everybody_but_its_author()
    {
        Initiative fresh = await _city.AddAsync("Ławki przy pętli", author: "a", release: false);
        Assert.Equal(new(SupportInitiative.Outcome.Unknown), await _city.SupportAsync(fresh.Number, "b"));
        Assert.Equal(SupportInitiative.Outcome.Own, (await _city.SupportAsync(fresh.Number, "a")).Outcome);
        Assert.Equal(new(SupportInitiative.Outcome.Unknown), await _city.SupportAsync(new InitiativeNumber(2026, 99), "b"));
    }

    [Fact]
    public async Task What_has_ended_takes_no_more()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli");
        await using (InitiativesDbContext db = _city.Db())
        {
            Initiative closing = await db.Initiatives.Include(i => i.Steps).SingleAsync();
            closing.Close("Pętla zostanie przeniesiona.", _city.Clock.Now);
            await db.SaveChangesAsync();
        }
        Assert.Equal(SupportInitiative.Outcome.Ended, (await _city.SupportAsync(bench.Number, "a")).Outcome);
    }

    [Fact]
    public async Task Support_is_taken_back_once()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli");
        await _city.SupportAsync(bench.Number, "a");
        Assert.True(await WithdrawAsync(bench.Number, "a"));
        Assert.False(await WithdrawAsync(bench.Number, "a"));
        Assert.Equal(0, (await _city.Db().Initiatives.SingleAsync()).Supporters);
        Assert.Equal(SupportInitiative.Outcome.Supported, (await _city.SupportAsync(bench.Number, "a")).Outcome);
    }

    [Fact]
    public async Task Each_support_is_told_once()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli");
        await _city.SupportAsync(bench.Number, "a");
        await _city.SupportAsync(bench.Number, "a");
        OutboxRow told = await _city.Db().Set<OutboxRow>().SingleAsync(r => r.Fact == "initiatives.supported");
        Assert.Contains("\"supporters\":1", told.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_resident_leaves_the_matter_and_no_trace_of_themselves()
    {
        Initiative bench = await _city.AddAsync("Ławki przy pętli", author: "a");
        Initiative lamp = await _city.AddAsync("Lampa przy szkole", author: "b");
        await _city.SupportAsync(lamp.Number, "a");
        await _city.SupportAsync(lamp.Number, "c");
        await using (InitiativesDbContext db = _city.Db())
        {
            await new ResidentsInitiatives(db).EraseAsync("a", CancellationToken.None);
            await new ResidentsSupports(db).EraseAsync("a", CancellationToken.None);
            await new ResidentsSupports(db).EraseAsync("a", CancellationToken.None);
        }
        await using InitiativesDbContext after = _city.Db();
        Assert.Equal(1, (await after.Initiatives.SingleAsync(i => i.Number == lamp.Number)).Supporters);
        Initiative left = await after.Initiatives.SingleAsync(i => i.Number == bench.Number);
        Assert.Equal(("Ławki przy pętli", null, null), (left.Title, left.AuthorId, left.Contact));
        Assert.Equal("c", (await after.Supports.SingleAsync()).ResidentId);
    }

    private async Task<bool> WithdrawAsync(InitiativeNumber number, string resident)
    {
        await using InitiativesDbContext db = _city.Db();
        return await new WithdrawSupport.Handler(db).Handle(new WithdrawSupport.Request(number, resident), CancellationToken.None);
    }

    public void Dispose() => _city.Dispose();
}
