using MediatR;
using Smss.Abstractions;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>A leader changes one day of their own point from the chat.</summary>
internal static class ChangeHours
{
    /// <param name="Hours">None close the point; null makes the day like any other again.</param>
    /// <param name="Seen">Version of the point when the change was read back.</param>
    public sealed record Request(string ResidentId, DateOnly Day, IReadOnlyList<Interval>? Hours, Trilingual? Reason, int Seen) : IRequest<Outcome>;

    public enum Outcome { Done, Stale, Past, NotLinked }

    public sealed class Handler(LeadersDbContext db, LinkedLeaders linked, DayChanges days, CityClock clock) : IRequestHandler<Request, Outcome>
    {
        public async Task<Outcome> Handle(Request request, CancellationToken cancellationToken)
        {
            if (await linked.FindAsync(request.ResidentId, cancellationToken) is not { } leader) return Outcome.NotLinked;
            if (request.Day < clock.Today) return Outcome.Past;
            if (await db.FindPointAsync(leader.PointId, cancellationToken) is not { } point) return Outcome.NotLinked;
            leader.Link.LastChange = request.Day;
            leader.Link.Before = FormerDay.Of(point.Exceptions.Find(e => e.Date == request.Day));
            return await days.SetAsync(new DayChange(point.Id, request.Day, request.Day, request.Hours, request.Reason, request.Seen, leader.Who), cancellationToken) switch
            {
                DayChanges.Outcome.Done => Outcome.Done,
                DayChanges.Outcome.Gone => Outcome.NotLinked,
                _ => Outcome.Stale,
            };
        }
    }
}
