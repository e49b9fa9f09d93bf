using Microsoft.EntityFrameworkCore;
using Smss.Modules.Initiatives;
using Smss.Modules.Initiatives.Model;

namespace Smss.Unit.Tests.Initiatives;

public sealed class NumberingTests : IDisposable
{
    private readonly InitiativesFixture _city = new();

    [Fact]
    public async Task Two_hundred_filed_at_once_get_two_hundred_numbers_without_a_gap()
    {
        InitiativeNumber[] numbers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i =>
            Task.Run(() => _city.FileAsync($"Ławka numer {i}", "Ławka przy przystanku, bo starsi stoją."))));
        Assert.Equal(Enumerable.Range(1, 200).Select(n => $"IN-2026-{n:0000}"), numbers.OrderBy(n => n.Stored).Select(n => n.ToString()));
        await using InitiativesDbContext db = _city.Db();
        Assert.Equal(200, await db.Initiatives.CountAsync());
    }

    [Fact]
    public async Task A_number_whose_initiative_was_not_kept_is_given_to_the_next()
    {
        await using (InitiativesDbContext db = _city.Db())
        {
            await using var undone = await db.Database.BeginTransactionAsync();
            Assert.Equal(1, (await db.NextNumberAsync(2026, CancellationToken.None)).Count);
        }
        Assert.Equal("IN-2026-0001", (await _city.FileAsync("Nowa ławka", "Ławka przy przystanku.")).ToString());
    }

    [Fact]
    public async Task The_year_of_a_number_is_the_citys_year()
    {
        _city.Time.Now = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal("IN-2027-0001", (await _city.FileAsync("Nowy rok", "Już po północy w mieście.")).ToString());
    }

    [Fact]
    public async Task A_number_outside_a_transaction_is_refused()
    {
        await using InitiativesDbContext db = _city.Db();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.NextNumberAsync(2026, CancellationToken.None));
    }

    [Theory]
    [InlineData("IN-2026-0042", 2026, 42)]
    [InlineData("in-2026-10000", 2026, 10000)]
    public void A_number_is_read_as_it_is_written(string text, int year, int count)
    {
        InitiativeNumber? number = InitiativeNumber.Parse(text);
        Assert.Equal(new InitiativeNumber(year, count), number);
        Assert.Equal(text.ToUpperInvariant(), number.ToString());
        Assert.Equal(number, InitiativeNumber.FromStored(number!.Value.Stored));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("IN-2026-42")]
    [InlineData("IN-26-0042")]
    [InlineData("IN-2026-0042'; DROP TABLE initiatives_initiative;--")]
    [InlineData("IN-2026-99999999999999999999")]
    public void What_is_no_number_is_not_read_as_one(string? text) => Assert.Null(InitiativeNumber.Parse(text));

    [Fact]
    public void The_ten_thousandth_comes_after_the_one_before() =>
        Assert.True(new InitiativeNumber(2026, 10_000).Stored > new InitiativeNumber(2026, 9_999).Stored);

    public void Dispose() => _city.Dispose();
}
