using Smss.Abstractions.Data;

namespace Smss.Modules.ActivityCentre.Model;

/// <summary>What every published thing of the Centre has: where it came from and whether staff took it over.</summary>
internal abstract class Listing : IListed, IVersioned
{
    public Guid Id { get; init; }
    public required string Title { get; set; }

    /// <summary>Estate or town, Polish nominative.</summary>
    public string? Place { get; set; }
    public string Description { get; set; } = "";
    public Source Source { get; init; }

    /// <summary>Its id where it came from; unique together with <see cref="Source"/>.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Staff changed it by hand: imports and sample data leave it alone from then on.</summary>
    public bool IsEdited { get; private set; }

    public bool IsSample => Source == Source.Sample;

    public int Version { get; private set; }

    /// <summary>Whether residents see it at a moment of the city's wall clock, and if not, why.</summary>
    public abstract Standing At(DateTime local);

    public void TakeOver() => IsEdited = true;
}

/// <summary>What stands in a numbered list of the chat.</summary>
internal interface IListed
{
    bool IsSample { get; }
}

/// <summary>A listing whose words the database indexes.</summary>
internal interface IIndexed
{
    /// <summary>When it was last changed, UTC; written with every save.</summary>
    DateTimeOffset ChangedAt { set; }

    /// <summary>Makes the indexed words fit the content; the context calls it before every save.</summary>
    void Index();
}

/// <summary>Whether residents see a listing, and if not, why.</summary>
internal enum Standing { Draft, Live, Ended, Withdrawn, Filled, Cancelled }

/// <summary>Where a row came from.</summary>
internal enum Source { Own, Cbop, Bur, Sample }
