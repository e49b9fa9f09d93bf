using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>A place for an intern.</summary>
[Authorize("activitycentre.read")]
internal sealed class InternshipFormModel : CentreForm<Internship>
{
    private string? _employer;

    public InternshipFormModel(ActivityCentreDbContext db, CityClock clock) : base(db, clock) => Fields =
    [
        Field.Text<Internship>("title", i => i.Title, (i, text) => i.Title = text ?? "", needed: true),
        Field.Text<Internship>("employer", i => i.Employer?.Name, (_, text) => _employer = text) with { HasHint = true },
        Field.Text<Internship>("place", i => i.Place, (i, text) => i.Place = text, needed: true) with { HasHint = true },
        Field.Day<Internship>("from", i => Day(i.StartsOn), (i, day) => i.StartsOn = day ?? default, needed: true),
        Field.Day<Internship>("to", i => Day(i.EndsOn), (i, day) => i.EndsOn = day ?? default, needed: true),
        Field.Day<Internship>("until", i => Day(i.ValidUntil), (i, day) => i.ValidUntil = day ?? default, needed: true) with { HasHint = true },
        Field.Money<Internship>("allowance", i => i.Allowance, (i, amount) => i.Allowance = amount),
        Field.Text<Internship>("apply", i => i.HowToApply, (i, text) => i.HowToApply = text),
        Field.Lines<Internship>("description", i => i.Description, (i, text) => i.Description = text),
    ];

    public override string ListPath => "/panel/activitycentre/staze";

    protected override string Permission => "activitycentre.internships.edit";

    protected override string Kind => "internship";

    protected override string PublicPath => "/staze";

    protected override IReadOnlyList<Field<Internship>> Fields { get; }

    protected override Task<Internship?> FindAsync(Guid id, CancellationToken cancellation) =>
        Db.Internships.Include(i => i.Employer).FirstOrDefaultAsync(i => i.Id == id, cancellation);

    protected override Internship Create(Guid id) => new() { Id = id, Title = "", IsDraft = true };

    protected override async Task SettleAsync(Internship internship, CancellationToken cancellation)
    {
        internship.OfferedBy(await EmployerAsync(_employer, cancellation));
        if (internship.EndsOn < internship.StartsOn) Refuse("to", "activitycentre.why-not.days");
        await base.SettleAsync(internship, cancellation);
    }

    protected override void Do(string deed, Internship internship)
    {
        if (deed == Withdraw) internship.Withdraw();
        else if (!internship.Publish(Clock.Today)) Refuse("until", "activitycentre.why-not.expiry");
    }
}
