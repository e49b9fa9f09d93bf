using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Smss.Abstractions.Data;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders;

internal sealed class LeadersDbContext(DbContextOptions<LeadersDbContext> options) : SmssDbContext(options)
{
    public DbSet<Point> Points => Set<Point>();
    public DbSet<SocialLeader> Leaders => Set<SocialLeader>();
    public DbSet<ChatLink> Links => Set<ChatLink>();
    public DbSet<ChatCode> Codes => Set<ChatCode>();

    /// <summary>A point with its week and its exceptions, to be changed.</summary>
    public Task<Point?> FindPointAsync(Guid id, CancellationToken cancellation) =>
        Points.Include(p => p.Week).Include(p => p.Exceptions).AsSplitQuery().SingleOrDefaultAsync(p => p.Id == id, cancellation);

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Point>(point =>
        {
            point.Property(p => p.Id).ValueGeneratedNever();
            point.Property(p => p.Directions).HasConversion(w => Trilingual.Write(w!), s => Trilingual.Read(s));
            point.Property(p => p.Accessibility).HasConversion(w => Trilingual.Write(w!), s => Trilingual.Read(s));
            Words(point.Property(p => p.Services));
            Words(point.Property(p => p.Languages));
            point.HasMany(p => p.Week).WithOne().HasForeignKey(h => h.PointId);
            point.HasMany(p => p.Exceptions).WithOne().HasForeignKey(e => e.PointId);
        });
        model.Entity<OpeningHours>(hours =>
        {
            hours.HasKey(h => new { h.PointId, h.Weekday });
            Hours(hours.Property(h => h.Hours));
        });
        model.Entity<HoursException>(exception =>
        {
            exception.HasKey(e => new { e.PointId, e.Date });
            exception.Property(e => e.Reason).HasConversion(w => Trilingual.Write(w!), s => Trilingual.Read(s));
            Hours(exception.Property(e => e.Hours));
        });
        model.Entity<SocialLeader>(leader =>
        {
            leader.Property(l => l.Id).ValueGeneratedNever();
            leader.HasOne<Point>().WithMany().HasForeignKey(l => l.PointId);
            leader.HasIndex(l => l.PointId);
            leader.HasIndex(l => l.AccountId).IsUnique();
        });
        model.Entity<ChatLink>(link =>
        {
            link.HasKey(l => l.AccountId);
            link.HasIndex(l => l.ResidentId).IsUnique();
            link.Property(l => l.Before).HasConversion(d => FormerDay.Write(d!), s => FormerDay.Read(s));
        });
        model.Entity<ChatCode>(code =>
        {
            code.HasKey(c => c.AccountId);
            code.HasIndex(c => c.Hash).IsUnique();
        });
    }

    private static void Hours(PropertyBuilder<IReadOnlyList<Interval>> list) => list.HasConversion(
        l => Interval.WriteList(l), s => Interval.ReadList(s), new SameItems<Interval>());

    private static void Words(PropertyBuilder<IReadOnlyList<string>> list) => list.HasConversion(
        l => string.Join(',', l), s => s.Split(',', StringSplitOptions.RemoveEmptyEntries), new SameItems<string>());

    /// <summary>Lists are replaced, never changed in place, so the list itself is its snapshot.</summary>
    private sealed class SameItems<T>() : ValueComparer<IReadOnlyList<T>>(
        (a, b) => ReferenceEquals(a, b) || (a != null && b != null && a.SequenceEqual(b)), l => l.Count, l => l);
}
