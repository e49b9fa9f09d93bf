using System.Net.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Smss.Abstractions;
using Smss.Abstractions.Web;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre.Pages.ActivityCentre.Panel;

/// <summary>An employer. Its name is in the words by which its offers are found, so these are written anew when it changes.</summary>
[Authorize("activitycentre.read")]
internal sealed class EmployerFormModel(ActivityCentreDbContext db, CityClock clock) : PanelForm<Employer>(db, clock)
{
    private readonly ActivityCentreDbContext _db = db;

    public override string ListPath => "/panel/activitycentre/pracodawcy";

    public override string Module => "activitycentre";

    protected override string Permission => "activitycentre.offers.edit";

    protected override string Kind => "employer";

    protected override IReadOnlyList<Field<Employer>> Fields { get; } =
    [
        Field.Text<Employer>("name", e => e.Name, (e, text) => e.Name = text ?? "", needed: true),
        Field.Text<Employer>("phone", e => e.Phone, (e, text) => e.Phone = text, type: "tel") with { HasHint = true },
        Field.Text<Employer>("email", e => e.Email, (e, text) => e.Email = text, type: "email"),
        Field.Flag<Employer>("interns", e => e.TakesInterns, (e, flag) => e.TakesInterns = flag),
    ];

    protected override Task<Employer?> FindAsync(Guid id, CancellationToken cancellation) => _db.Employers.FirstOrDefaultAsync(e => e.Id == id, cancellation);

    protected override Employer Create(Guid id) => new() { Id = id, Name = "" };

    protected override string NameOf(Employer employer) => employer.Name;

    protected override async Task SettleAsync(Employer employer, CancellationToken cancellation)
    {
        if (employer.Email is { } email && !MailAddress.TryCreate(email, out _)) Refuse("email", "activitycentre.field.email.wrong");
        if (await _db.Employers.AnyAsync(e => e.Name == employer.Name && e.Id != employer.Id, cancellation)) Refuse("name", "activitycentre.field.name.taken");
        if (_db.Entry(employer) is not { State: EntityState.Modified } entry || !entry.Property(e => e.Name).IsModified) return;
        foreach (JobOffer offer in await _db.Offers.Where(o => o.EmployerId == employer.Id).ToListAsync(cancellation)) offer.Index();
    }
}
