using System.Globalization;
using Smss.Abstractions;
using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;
using Smss.Modules.Leaders.Topics;
using Smss.Understanding;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>"Dziś zamykam o 15": a leader's word changes the day, after it was read back; anybody else hears the hours.</summary>
internal sealed class ChangeHoursTopic(LeadersDbContext db, LinkedLeaders linked, PointsTopic points, HoursWords words, Understander understander, CityClock clock) : ITopic
{
    public const string Intent = "hours.change";

    public string Id => "leaders.change";

    public IReadOnlyCollection<string> Intents { get; } = [Intent];

    public async ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        LinkedLeader? leader = await linked.FindAsync(turn.ResidentId, cancellation);
        if (leader is not null && await db.FindPointAsync(leader.PointId, cancellation) is { ClosedAt: null } point) Read(turn, leader, point);
        else
        {
            turn.Say("leaders.change.not-yours");
            await points.TellHoursAsync(turn, cancellation);
        }
    }

    public ValueTask<bool> FollowUpAsync(Turn turn, FollowUp followUp, CancellationToken cancellation) => points.FollowUpAsync(turn, followUp, cancellation);

    private void Read(Turn turn, LinkedLeader leader, Point point)
    {
        DayWish wish = new WishWords(TimeIn, At(turn.Language)).Read(turn.Text);
        DateOnly? undone = wish.Kind == WishKind.Undo ? leader.Link.LastChange : null;
        DayRange range = undone is { } last ? DayRange.Of(last) : turn.Meaning.Slots.Date ?? DayRange.Of(WishWords.IsPast(turn.Text) ? turn.Today.AddDays(-1) : turn.Today);
        if (turn.Meaning.Slots.Place is { } place && !point.IsAt(place)) turn.Say("leaders.change.other-point", ("point", point.Name));
        else if (wish.Kind == WishKind.Unclear) turn.Say("leaders.change.unclear");
        else if (range.From != range.To) turn.Say("leaders.change.one-day");
        else if (wish.Kind == WishKind.Undo && (undone is null || undone < turn.Today)) turn.Say("leaders.change.no-undo");
        else if (range.From < turn.Today) turn.Say("leaders.change.past");
        else Offer(turn, leader, point, wish, range.From);

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
