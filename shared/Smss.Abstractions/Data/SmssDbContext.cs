using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Facts;
using Smss.Abstractions.Modules;

namespace Smss.Abstractions.Data;

/// <summary>
/// Base of a module's database context. Tables are called <c>&lt;module&gt;_&lt;entity&gt;</c>, columns in snake case;
/// enums are text; instants are UTC (integer microseconds on SQLite, <c>timestamptz</c> on PostgreSQL).
/// </summary>
public abstract class SmssDbContext(DbContextOptions options) : DbContext(options)
{
    private readonly List<IFact> _facts = [];

    /// <summary>The module's id, from the attribute of its assembly.</summary>
    public string ModuleId => Naming.ModuleOf(GetType());

    /// <summary>Whether the database is SQLite (the other one is PostgreSQL).</summary>
    public bool IsSqlite => Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>Tells a fact with the next <see cref="DbContext.SaveChangesAsync(CancellationToken)"/>, in its transaction.</summary>
    public void Tell(IFact fact) => _facts.Add(fact);

    /// <summary>Lets go of all that was changed or told and is not saved.</summary>
    public void Forget()
    {
        ChangeTracker.Clear();
        _facts.Clear();
    }

    /// <summary>
    /// Says something to a resident outside a turn, with the next save, in its transaction: once, in the conversation and the language
    /// they used last. An open chat shows it at once; otherwise it waits there. Somebody who was erased hears nothing.
    /// For the answer to what they filed or asked; anything else needs a consent: <see cref="PushTo"/>.
    /// </summary>
    /// <param name="residentId">Their id, as a turn gave it.</param>
    /// <param name="key">What makes a repeat recognisable, unique in the module (<c>IN-2026-0042.3</c>).</param>
    /// <param name="textKey">A text of the module.</param>
    /// <param name="values">What stands in its places, finished texts.</param>
    public void SayTo(string residentId, string key, string textKey, params ReadOnlySpan<(string Name, string Value)> values) =>
        Tell(new WordToResident(residentId, $"{ModuleId}.{key}", textKey, Places(values)));

    /// <summary>
    /// Says something nobody asked for, like <see cref="SayTo"/>, to a resident who agreed to be written to about it: without the
    /// consent, or when it is withdrawn by the time the word arrives, nothing is said.
    /// </summary>
    /// <param name="residentId">Their id, as a turn gave it.</param>
    /// <param name="consent">Id of the <see cref="ConsentForm"/>.</param>
    /// <param name="key">What makes a repeat recognisable, unique in the module.</param>
    /// <param name="textKey">A text of the module.</param>
    /// <param name="values">What stands in its places, finished texts.</param>
    public void PushTo(string residentId, string consent, string key, string textKey, params ReadOnlySpan<(string Name, string Value)> values) =>
        Tell(new WordToResident(residentId, $"{ModuleId}.{key}", textKey, Places(values), consent));

    /// <summary>Notes who of the staff did what to what, with the next save, in its transaction.</summary>
    /// <param name="who">Who did it.</param>
    /// <param name="action">Key of a text of the module (<c>initiatives.audit.release</c>).</param>
    /// <param name="subject">What it was done to: a number or a name, nothing of a resident.</param>
    public void Record(StaffMember who, string action, string subject)
    {
        ArgumentNullException.ThrowIfNull(who);
        var clock = this.GetService<CityClock>();
        Add(new AuditRow { Id = clock.NewId(), At = clock.Now, ActorId = who.Id, Actor = who.Name, Action = action, Subject = subject });
    }

    /// <inheritdoc/>
    public sealed override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        CountVersions();
        AddFactsToOutbox();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc/>
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        CountVersions();
        AddFactsToOutbox();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>Describes the module's entities; the base adds names, converters and the outbox.</summary>
    protected abstract void Describe(ModelBuilder model);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        Describe(modelBuilder);
        modelBuilder.Entity<OutboxRow>(row =>
        {
            if (ModuleId == "platform") row.ToTable("platform_outbox");
            else row.ToTable("platform_outbox", t => t.ExcludeFromMigrations());
            row.HasKey(r => r.Id);
        });
        modelBuilder.Entity<AuditRow>(row =>
        {
            if (ModuleId == "platform") row.ToTable("platform_audit");
            else row.ToTable("platform_audit", t => t.ExcludeFromMigrations());
            row.HasKey(r => r.Id);
            row.HasIndex(r => r.At);
        });
        foreach (Type versioned in modelBuilder.Model.GetEntityTypes().Select(e => e.ClrType).Where(t => t.IsAssignableTo(typeof(IVersioned))).ToList())
            modelBuilder.Entity(versioned).Property<int>(nameof(IVersioned.Version)).HasDefaultValue(0).ValueGeneratedNever().IsConcurrencyToken();
        Naming.Apply(modelBuilder, ModuleId);
    }

    /// <inheritdoc/>
    protected sealed override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        if (IsSqlite) configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
    }

    private void CountVersions()
    {
        foreach (EntityEntry<IVersioned> row in ChangeTracker.Entries<IVersioned>().Where(r => r.State == EntityState.Modified))
        {
            PropertyEntry version = row.Property(nameof(IVersioned.Version));
            version.CurrentValue = (int)version.OriginalValue! + 1;
        }
    }

    private static Dictionary<string, string> Places(ReadOnlySpan<(string Name, string Value)> values)
    {
        var places = new Dictionary<string, string>();
        foreach ((string name, string value) in values) places.Add(name, value);
        return places;
    }

    private void AddFactsToOutbox()
    {
        if (_facts.Count == 0) return;
        var catalog = this.GetService<FactCatalog>();
        var clock = this.GetService<CityClock>();
        foreach (IFact fact in _facts)
            foreach (FactHandler handler in catalog.Of(fact.GetType()))
                Add(new OutboxRow
                {
                    Id = clock.NewId(), Fact = handler.FactId, Handler = handler.Id, DueAt = clock.Now,
                    Payload = JsonSerializer.Serialize(fact, fact.GetType(), JsonSerializerOptions.Web),
                });
        _facts.Clear();
    }
}
