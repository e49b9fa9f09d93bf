using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Smss.Abstractions.Contracts.ActivityCentre;
using Smss.Abstractions.Data;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre;

internal sealed class ActivityCentreDbContext : SmssDbContext
{
    public ActivityCentreDbContext(DbContextOptions<ActivityCentreDbContext> options) : base(options)
    {
        // The words are columns of the row itself; the database keeps its full-text index in step with them.
        SavingChanges += (_, _) => IndexChanged();
    }

    public DbSet<Employer> Employers => Set<Employer>();
    public DbSet<JobOffer> Offers => Set<JobOffer>();
    public DbSet<Internship> Internships => Set<Internship>();
    public DbSet<Training> Trainings => Set<Training>();
    public DbSet<EstateEvent> Events => Set<EstateEvent>();

    /// <summary>Publishes an offer and tells the others; false when something is missing.</summary>
    public bool Publish(JobOffer offer, DateOnly today)
    {
        if (!offer.Publish(today)) return false;
        Tell(new JobOfferPublished(offer.Id, offer.OccupationCode, offer.Place));
        return true;
    }

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Employer>().HasKey(e => e.Id);
        model.Entity<Employer>().HasIndex(e => e.Name).IsUnique();
        Listing<JobOffer>(model).HasOne(o => o.Employer).WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<JobOffer>().HasIndex(o => new { o.Status, o.PublishedOn });
        Listing<Internship>(model).HasOne(o => o.Employer).WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.Restrict);
        Listing<Training>(model).HasIndex(t => new { t.Status, t.LastDay });
        Listing<EstateEvent>(model).HasIndex(e => e.Day);
    }

    private static Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<T> Listing<T>(ModelBuilder model) where T : Listing
    {
        var row = model.Entity<T>();
        row.HasKey(l => l.Id);
        row.Property(l => l.Id).ValueGeneratedNever();
        row.Ignore(l => l.IsSample);
        row.HasIndex(l => new { l.Source, l.ExternalId }).IsUnique();
        return row;
    }

    private void IndexChanged()
    {
        foreach (EntityEntry entry in ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)) continue;
            if (entry.Entity is JobOffer offer) offer.Index();
            else if (entry.Entity is Training training) training.Index();
        }
    }
}
