using System.Globalization;
using Smss.Modules.Leaders.Model;

namespace Smss.Unit.Tests.Leaders;

/// <summary>What becomes of a day's hours when a leader wishes something of it.</summary>
public class DayWishTests
{
    private const string Nothing = "nothing";

    [Theory]
    // Closing earlier, later, before and after a break; "at 3" of a point that opens at nine is in the afternoon.
    [InlineData("09:00-17:00", WishKind.Until, null, "15:00", "09:00-15:00")]
    [InlineData("09:00-17:00", WishKind.Until, null, "19:00", "09:00-19:00")]
    [InlineData("09:00-17:00", WishKind.Until, null, "03:00", "09:00-15:00")]
    [InlineData("09:00-17:00", WishKind.Until, null, "11:00", "09:00-11:00")]
    [InlineData("09:00-13:00, 14:00-17:00", WishKind.Until, null, "15:00", "09:00-13:00, 14:00-15:00")]
    [InlineData("09:00-13:00, 14:00-17:00", WishKind.Until, null, "13:30", "09:00-13:30")]
    [InlineData("09:00-13:00, 14:00-17:00", WishKind.Until, null, "12:00", "09:00-12:00")]
    [InlineData("14:00-18:00", WishKind.Until, null, "12:00", Nothing)]
    [InlineData("22:00-03:00", WishKind.Until, null, "01:00", Nothing)]
    [InlineData("", WishKind.Until, null, "15:00", Nothing)]
    // Opening later and earlier.
    [InlineData("09:00-17:00", WishKind.From, "11:00", null, "11:00-17:00")]
    [InlineData("09:00-17:00", WishKind.From, "08:00", null, "08:00-17:00")]
    [InlineData("09:00-17:00", WishKind.From, "02:00", null, "14:00-17:00")]
    [InlineData("09:00-13:00, 14:00-17:00", WishKind.From, "13:30", null, "13:30-17:00")]
    [InlineData("09:00-17:00", WishKind.From, "18:00", null, Nothing)]
    [InlineData("", WishKind.From, "10:00", null, Nothing)]
    // Between two times, on a day that is closed too.
    [InlineData("09:00-17:00", WishKind.Between, "10:00", "14:00", "10:00-14:00")]
    [InlineData("", WishKind.Between, "10:00", "02:00", "10:00-14:00")]
    // A break.
    [InlineData("09:00-17:00", WishKind.Break, "12:00", "13:00", "09:00-12:00, 13:00-17:00")]
    [InlineData("09:00-17:00", WishKind.Break, "12:00", "01:00", "09:00-12:00, 13:00-17:00")]
    [InlineData("09:00-17:00", WishKind.Break, "08:00", "11:00", "11:00-17:00")]
    [InlineData("09:00-17:00", WishKind.Break, "15:00", "18:00", "09:00-15:00")]
    [InlineData("09:00-17:00", WishKind.Break, "18:00", "19:00", Nothing)]
    [InlineData("09:00-13:00, 14:00-17:00", WishKind.Break, "12:00", "15:00", "09:00-12:00, 15:00-17:00")]
    // The whole day, and at once.
    [InlineData("09:00-17:00", WishKind.Closed, null, null, "")]
    [InlineData("09:00-17:00", WishKind.UntilNow, null, null, "09:00-12:34")]
    [InlineData("13:00-17:00", WishKind.UntilNow, null, null, Nothing)]
    [InlineData("09:00-17:00", WishKind.Unclear, null, null, Nothing)]
    public void A_day_becomes_what_was_wished(string hours, object kind, string? from, string? until, string expected)
    {
        IReadOnlyList<Interval>? became = new DayWish((WishKind)kind, Time(from), Time(until)).Of(Interval.ReadList(hours), new TimeOnly(12, 34));
        Assert.Equal(expected, became is null ? Nothing : Interval.WriteList(became));
    }

    private static TimeOnly? Time(string? text) => text is null ? null : TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);
}
