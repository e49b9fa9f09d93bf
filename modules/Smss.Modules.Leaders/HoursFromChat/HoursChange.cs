using System.Globalization;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;
using Smss.Modules.Leaders.Topics;
using Smss.Understanding;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>Takes a leader's word about a day of their point, reads it back, and opens the question whether it is right.</summary>
internal sealed class HoursChange(LeadersDbContext db, LinkedLeaders linked, HoursWords words, Understander understander, CityClock clock)
{
    /// <returns>False when who writes is no leader.</returns>
    public async ValueTask<bool> TakeAsync(Turn turn, CancellationToken cancellation)
    {
        if (await FindAsync(turn, cancellation) is not var (leader, point)) return false;
        Read(turn, leader, point, WishIn(turn));
        return true;
    }

    /// <summary>Words that were understood as a question about hours: from a leader who says how they change it is no question.</summary>
    public async ValueTask<bool> TakeStatementAsync(Turn turn, CancellationToken cancellation)
    {
        if (await FindAsync(turn, cancellation) is not var (leader, point)) return false;
        DayWish wish = WishIn(turn);
        if (wish.Kind is WishKind.Unclear or WishKind.Usual) return false;
        Read(turn, leader, point, wish);
        return true;
    }

    private async Task<(LinkedLeader Leader, Point Point)?> FindAsync(Turn turn, CancellationToken cancellation) =>
        await linked.FindAsync(turn.ResidentId, cancellation) is { } leader && await db.FindPointAsync(leader.PointId, cancellation) is { ClosedAt: null } point ? (leader, point) : null;

    private void Read(Turn turn, LinkedLeader leader, Point point, DayWish wish)
    {
        DateOnly? undone = wish.Kind == WishKind.Undo ? leader.Link.LastChange : null;
        DayRange range = undone is { } last ? DayRange.Of(last) : turn.Meaning.Slots.Date ?? DayRange.Of(WishWords.IsPast(turn.Text) ? turn.Today.AddDays(-1) : turn.Today);
        if (turn.Meaning.Slots.Place is { } place && !point.IsAt(place)) turn.Say("leaders.change.other-point", ("point", point.Name));
        else if (wish.Kind == WishKind.Unclear) turn.Say("leaders.change.unclear");
        else if (range.From != range.To) turn.Say("leaders.change.one-day");
        else if (wish.Kind == WishKind.Undo && (undone is null || undone < turn.Today)) turn.Say("leaders.change.no-undo");
        else if (range.From < turn.Today) turn.Say("leaders.change.past");
        else Offer(turn, leader, point, wish, range.From);
    }

    private DayWish WishIn(Turn turn)
    {
        return new WishWords(TimeIn, At(turn.Language)).Read(turn.Text);

        TimeOnly? TimeIn(string said) =>
            TimeOnly.TryParseExact(understander.Understand(said, turn.Today, turn.Language).Slots.Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null;
    }

    private void Offer(Turn turn, LinkedLeader leader, Point point, DayWish wish, DateOnly day)
    {
        var schedule = new Schedule(point.Week, point.Exceptions, clock.Zone);
        DayHours now = schedule.On(day);
        (IReadOnlyList<Interval>? hours, bool usual, Trilingual? reason) = wish.Kind switch
        {
            WishKind.Usual => (Usual(point, day), true, null),
            WishKind.Undo => leader.Link.Before is { Hours: { } before } former ? (Interval.ReadList(before), false, former.Reason) : (Usual(point, day), true, null),
            WishKind.UntilNow when day != turn.Today || !schedule.IsOpen(turn.Now) => (null, false, null),
            _ => (wish.Of(now.Hours, Minute(schedule.Local(turn.Now))), false, (Trilingual?)null),
        };
        string said = HoursWords.Sentence(words.Day(turn.Language, now, turn.Today));
        if (hours is null) turn.Say("leaders.change.nothing", ("day", said));
        else if (hours.SequenceEqual(now.Hours)) turn.Say("leaders.change.already", ("day", said));
        else if (IsOver(schedule, wish, day, hours, turn.Now) is { } time) turn.Say("leaders.change.over", ("time", time)).Offer(turn.Get("leaders.change.close-now"));
        else turn.Open(ChangeHoursForm.FormId, ChangeHoursForm.Keep(point, now, hours, usual, reason));
    }

    private IReadOnlyList<Interval> Usual(Point point, DateOnly day) =>
        new Schedule(point.Week, point.Exceptions.Where(e => e.Date != day), clock.Zone).On(day).Hours;

    /// <summary>The time that was said, when it has passed; by the instant, because the clock change has some hours twice.</summary>
    private static TimeOnly? IsOver(Schedule schedule, DayWish wish, DateOnly day, IReadOnlyList<Interval> hours, DateTimeOffset now)
    {
        if (wish.Kind is not (WishKind.Until or WishKind.From or WishKind.Between) || hours[^1].PastMidnight) return null;
        TimeOnly time = wish.Kind == WishKind.From ? hours[0].Opens : hours[^1].Closes;
        return schedule.Instant(day, time) <= now ? time : null;
    }

    private static string At(Language language) => language switch { Language.Uk => "о", Language.En => "at", _ => "o" };

    private static TimeOnly Minute(DateTime local) => new(local.Hour, local.Minute);
}
