using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Smss.Abstractions;
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
    public DbSet<Upload> Uploads => Set<Upload>();

    /// <summary>Publishes an offer and tells the others; false when something is missing.</summary>
    public bool Publish(JobOffer offer, DateOnly today)
    {
        if (!offer.Publish(today)) return false;
        if (!offer.IsSample) Tell(new JobOfferPublished(offer.Id, offer.OccupationCode, offer.Place));
        return true;
    }

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Employer>().HasKey(e => e.Id);
        model.Entity<Employer>().HasIndex(e => e.Name).IsUnique();
        Listing<JobOffer>(model).HasOne(o => o.Employer).WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.Restrict);
        model.Entity<JobOffer>().HasIndex(o => new { o.Status, o.PublishedOn });
        model.Entity<JobOffer>().HasIndex(o => new { o.Status, o.ValidUntil });
        model.Entity<JobOffer>().HasIndex(o => new { o.ChangedAt, o.Id });
        model.Entity<JobOffer>().HasIndex(o => new { o.Status, o.ChangedAt, o.Id });
        model.Entity<JobOffer>().Property(o => o.ChangedAt).HasDefaultValue(DateTimeOffset.UnixEpoch).ValueGeneratedNever();
        Listing<Internship>(model).HasOne(o => o.Employer).WithMany().HasForeignKey(o => o.EmployerId).OnDelete(DeleteBehavior.Restrict);
        Listing<Training>(model).HasIndex(t => new { t.Status, t.LastDay });
        model.Entity<Training>().HasIndex(t => t.ChangedAt);
        model.Entity<Training>().Property(t => t.ChangedAt).HasDefaultValue(DateTimeOffset.UnixEpoch).ValueGeneratedNever();
        Listing<EstateEvent>(model).HasIndex(e => e.Day);
        model.Entity<EstateEvent>().Property(e => e.IsDraft).HasDefaultValue(false).ValueGeneratedNever();
        model.Entity<Internship>().Property(i => i.IsDraft).HasDefaultValue(false).ValueGeneratedNever();
        model.Entity<Employer>().Property(e => e.Folded).HasDefaultValue("").ValueGeneratedNever();
        model.Entity<Employer>().Property(e => e.TakesInterns).HasDefaultValue(false).ValueGeneratedNever();
        model.Entity<Upload>().HasKey(u => u.Id);
        model.Entity<Upload>().Property(u => u.Id).ValueGeneratedNever();
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
            if (entry.Entity is not IIndexed indexed) continue;
            indexed.Index();
            indexed.ChangedAt = this.GetService<CityClock>().Now;
        }
    }
}
