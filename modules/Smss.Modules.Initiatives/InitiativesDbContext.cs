using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Smss.Abstractions.Data;
using Smss.Modules.Initiatives.Model;

namespace Smss.Modules.Initiatives;

internal sealed class InitiativesDbContext(DbContextOptions<InitiativesDbContext> options) : SmssDbContext(options)
{
    public DbSet<Initiative> Initiatives => Set<Initiative>();
    public DbSet<Support> Supports => Set<Support>();

    /// <summary>The next number of a year, in one statement: the row it changes stays locked until the transaction ends, so there is no gap and no double.</summary>
    public async Task<InitiativeNumber> NextNumberAsync(int year, CancellationToken cancellation)
    {
        if (Database.CurrentTransaction is null) throw new InvalidOperationException("A number is taken in the transaction of its initiative.");
        List<int> last = await Database.SqlQuery<int>($"""
            INSERT INTO initiatives_counter (year, last) VALUES ({year}, 1)
            ON CONFLICT (year) DO UPDATE SET last = initiatives_counter.last + 1 RETURNING last AS "Value"
            """).ToListAsync(cancellation);
        return new InitiativeNumber(year, last.Single());
    }

    /// <summary>Done or closed, and nothing said of them since.</summary>
    public IQueryable<Initiative> EndedBefore(DateTimeOffset before) => Initiatives.Where(
        i => (i.Status == InitiativeStatus.Done || i.Status == InitiativeStatus.Closed) && !i.Steps.Any(s => s.At >= before));

    /// <summary>Runs the work in the turn's transaction, or in one of its own when there is none.</summary>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        if (Database.CurrentTransaction is not null) return await work();
        await using IDbContextTransaction own = await Database.BeginTransactionAsync(cancellation);
        T result = await work();
        await own.CommitAsync(cancellation);
        return result;
    }

    protected override void Describe(ModelBuilder model)
    {
        model.Entity<Initiative>(row =>
        {
            row.HasKey(i => i.Id);
            row.Property(i => i.Id).ValueGeneratedNever();
            row.Property(i => i.Number).HasConversion(n => n.Stored, stored => InitiativeNumber.FromStored(stored));
            row.HasIndex(i => i.Number).IsUnique();
            row.Property(i => i.MergedInto).HasConversion(new ValueConverter<InitiativeNumber, long>(n => n.Stored, stored => InitiativeNumber.FromStored(stored)));
            row.HasIndex(i => i.MergedInto);
            row.HasIndex(i => new { i.AssigneeId, i.Number });
            row.HasIndex(i => i.AuthorId);
            row.HasIndex(i => new { i.Supporters, i.Number });
            row.HasIndex(i => new { i.Status, i.Number });
            row.HasMany(i => i.Steps).WithOne().HasForeignKey(s => s.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Step>(row =>
        {
            row.HasKey(s => new { s.InitiativeId, s.Order });
            row.Property(s => s.Status);
            row.Property(s => s.Note);
        });
        model.Entity<Support>(row =>
        {
            row.HasKey(s => new { s.InitiativeId, s.ResidentId });
            row.HasIndex(s => s.ResidentId);
            row.HasOne<Initiative>().WithMany().HasForeignKey(s => s.InitiativeId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Counter>(row =>
        {
            row.HasKey(c => c.Year);
            row.Property(c => c.Year).ValueGeneratedNever();
        });
    }
}
