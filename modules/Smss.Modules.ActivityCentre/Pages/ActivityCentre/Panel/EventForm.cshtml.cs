using Microsoft.AspNetCore.Authorization;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>Something that happens at the Centre or on the estate.</summary>
[Authorize("activitycentre.read")]
internal sealed class EventFormModel(ActivityCentreDbContext db, CityClock clock) : CentreForm<EstateEvent>(db, clock)
{
    private const string Cancel = "cancel";

    public override string ListPath => "/panel/activitycentre/wydarzenia";

    protected override string Permission => "activitycentre.events.edit";

    protected override string Kind => "event";

    protected override string PublicPath => "/wydarzenia";

    protected override IReadOnlyList<Field<EstateEvent>> Fields { get; } =
    [
        Field.Text<EstateEvent>("title", e => e.Title, (e, text) => e.Title = text ?? "", needed: true),
        Field.Text<EstateEvent>("topic", e => e.Topic, (e, text) => e.Topic = text) with { HasHint = true },
        Field.Text<EstateEvent>("place", e => e.Place, (e, text) => e.Place = text, needed: true) with { HasHint = true },
        Field.Day<EstateEvent>("day", e => Day(e.Day), (e, day) => e.Day = day ?? default, needed: true),
        Field.Time<EstateEvent>("starts", e => e.Day == default ? null : e.StartsAt, (e, time) => e.StartsAt = time ?? default, needed: true),
        Field.Time<EstateEvent>("ends", e => e.Day == default ? null : e.EndsAt, (e, time) => e.EndsAt = time ?? default, needed: true) with { HasHint = true },
        Field.Flag<EstateEvent>("free", e => e.IsFree, (e, flag) => e.IsFree = flag),
        Field.Flag<EstateEvent>("registration", e => e.NeedsRegistration, (e, flag) => e.NeedsRegistration = flag),
        Field.Lines<EstateEvent>("description", e => e.Description, (e, text) => e.Description = text),
    ];

    protected override EstateEvent Create(Guid id) => new() { Id = id, Title = "", IsDraft = true };

    protected override IEnumerable<string> DeedsOf(EstateEvent e) => [e.IsDraft || e.IsCancelled ? Publish : Cancel];

    protected override bool IsDone(string deed, EstateEvent e) => deed == Cancel ? e.IsCancelled : base.IsDone(deed, e);

    protected override void Do(string deed, EstateEvent e)
    {
        if (deed == Cancel) e.Cancel();
        else if (!e.Publish(Clock.Local)) Refuse("day", "activitycentre.why-not.over");
    }
}
