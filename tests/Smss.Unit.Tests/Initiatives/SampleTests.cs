using Microsoft.EntityFrameworkCore;
using Smss.Modules.Initiatives;
using Smss.Modules.Initiatives.Model;

namespace Smss.Unit.Tests.Initiatives;

public sealed class SampleTests : IDisposable
{
    private readonly InitiativesFixture _city = new();

    [Fact]
    public async Task Rolled_twice_it_is_there_once_and_released()
    {
        await RollAsync();
        await RollAsync();
        await using InitiativesDbContext db = _city.Db();
        List<Initiative> rows = await db.Initiatives.Include(i => i.Steps).ToListAsync();
        Assert.Equal(InitiativesSample.Rows().Length, rows.Count);
        Assert.All(rows, i => Assert.True(i is { IsSample: true, IsPublic: true, AuthorId: null, Contact: null }));
        Assert.All(rows, i => Assert.Equal(i.SampleSupporters, i.Supporters));
        Assert.True(rows.Select(i => i.Status).Distinct().Count() >= 4);
    }

    [Fact]
    public async Task Its_numbers_and_real_ones_share_one_row_of_numbers()
    {
        await _city.FileAsync("Prawdziwa sprawa", "Filed before the sample came.");
        await RollAsync();
        InitiativeNumber next = await _city.FileAsync("Prawdziwa sprawa 2", "Filed after the sample came.");
        Assert.Equal(InitiativesSample.Rows().Length + 2, next.Count);
    }

    [Fact]
    public async Task It_moves_on_with_the_days_but_keeps_its_numbers_and_what_residents_did()
    {
        await RollAsync();
        Initiative before = await _city.Db().Initiatives.Include(i => i.Steps).FirstAsync(i => i.Status == InitiativeStatus.InReview);
        await _city.SupportAsync(before.Number, "r");
        _city.Time.Now = _city.Time.Now.AddDays(10);
        await RollAsync();
        Initiative after = await _city.Db().Initiatives.Include(i => i.Steps).SingleAsync(i => i.Number == before.Number);
        Assert.Equal(Day(before.FiledAt).AddDays(10), Day(after.FiledAt));
        Assert.Equal(before.Steps.OrderBy(s => s.Order).Select(s => Day(s.At).AddDays(10)), after.Steps.OrderBy(s => s.Order).Select(s => Day(s.At)));
        Assert.Equal(before.Supporters + 1, after.Supporters);
    }

    [Fact]
    public async Task What_staff_moved_on_stays_where_they_left_it()
    {
        await RollAsync();
        Guid id;
        DateTimeOffset filed;
        await using (InitiativesDbContext db = _city.Db())
        {
            Initiative moved = await db.Initiatives.Include(i => i.Steps).FirstAsync(i => i.Status == InitiativeStatus.InReview);
            moved.Plan("W planie na lato.", _city.Clock.Now);
            (id, filed) = (moved.Id, moved.FiledAt);
            await db.SaveChangesAsync();
        }
        _city.Time.Now = _city.Time.Now.AddDays(3);
        await RollAsync();
        Assert.Equal(filed, (await _city.Db().Initiatives.SingleAsync(i => i.Id == id)).FiledAt);
    }

    [Fact]
    public void Every_row_begins_with_its_filing_and_goes_back_in_time() => Assert.All(InitiativesSample.Rows(), row =>
    {
        Assert.Equal(InitiativeStatus.Filed, row.Steps[0].Status);
        Assert.Equal(row.Steps.Select(s => s.DaysAgo).OrderDescending(), row.Steps.Select(s => s.DaysAgo));
        Assert.InRange(row.Title.Length, Initiative.ShortestTitle, Initiative.LongestTitle);
        Assert.InRange(row.Description.Length, Initiative.ShortestDescription, Initiative.LongestDescription);
    });

    private DateOnly Day(DateTimeOffset at) => Modules.Initiatives.Topics.Lines.Day(_city.Clock, at);

    private async Task RollAsync()
    {
        await using InitiativesDbContext db = _city.Db();
        await new InitiativesSample(db, _city.Clock).RollAsync(_city.Clock.Today, CancellationToken.None);
    }

    public void Dispose() => _city.Dispose();
}
