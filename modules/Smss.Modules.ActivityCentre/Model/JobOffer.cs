using Smss.Modules.ActivityCentre.Search;

namespace Smss.Modules.ActivityCentre.Model;

/// <summary>A job offer. It is shown from its publishing to its last valid day, and never otherwise.</summary>
internal sealed class JobOffer : Listing, IIndexed
{
    /// <summary>Name of the occupation, Polish nominative singular.</summary>
    public string? Occupation { get; set; }

    /// <summary>Six-digit KZiS 2023 code.</summary>
    public string? OccupationCode { get; set; }
    public string? Street { get; set; }
    public Contract Contract { get; set; }

    /// <summary>Hours as the employer says them.</summary>
    public string? Hours { get; set; }

    /// <summary>Gross, grosze.</summary>
    public int? PayFrom { get; set; }
    public int? PayTo { get; set; }
    public PayPeriod PayPeriod { get; set; }
    public Pay Pay => new(PayFrom, PayTo, PayPeriod);

    /// <summary>Last day on which it is shown.</summary>
    public DateOnly? ValidUntil { get; set; }
    public int Vacancies { get; set; } = 1;
    public int PlacesForDisabled { get; set; }
    public bool NoExperience { get; set; }
    public string? HowToApply { get; set; }
    public string? ApplyPhone { get; set; }
    public string? ApplyEmail { get; set; }
    public Guid? EmployerId { get; private set; }
    public Employer? Employer { get; private set; }
    public OfferStatus Status { get; private set; } = OfferStatus.Draft;
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>Stems of title and occupation, then of all the rest, then the filters; the database indexes the three.</summary>
    public string TitleWords { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string Facets { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; set; }

    public bool IsLive(DateOnly today) => StandingOf(Status, ValidUntil, today) == Standing.Live;

    public override Standing At(DateTime local) => StandingOf(Status, ValidUntil, DateOnly.FromDateTime(local));

    public static Standing StandingOf(OfferStatus status, DateOnly? validUntil, DateOnly today) => status switch
    {
        OfferStatus.Published => validUntil >= today ? Standing.Live : Standing.Ended,
        OfferStatus.Expired => Standing.Ended,
        OfferStatus.Withdrawn => Standing.Withdrawn,
        OfferStatus.Filled => Standing.Filled,
        _ => Standing.Draft,
    };

    public void OfferedBy(Employer? employer)
    {
        Employer = employer;
        EmployerId = employer?.Id;
    }

    /// <summary>Why it cannot be published on the day; null when it can.</summary>
    public string? WhyNotPublishable(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Title)) return "title";
        if (string.IsNullOrWhiteSpace(Place)) return "place";
        if (ValidUntil is not { } last || last < today) return "expiry";
        return null;
    }

    /// <summary>Makes it visible; false when something is missing or it is visible already.</summary>
    public bool Publish(DateOnly today)
    {
        if (Status == OfferStatus.Published || WhyNotPublishable(today) is not null) return false;
        Status = OfferStatus.Published;
        PublishedOn = today;
        return true;
    }

    /// <summary>For offers that come with the day on which they were published elsewhere.</summary>
    public void PublishedSince(DateOnly day) => PublishedOn = day;

    public void Withdraw() => End(OfferStatus.Withdrawn);

    public void Fill() => End(OfferStatus.Filled);

    public void Index()
    {
        TitleWords = Stems.Join(Title, Occupation);
        // An employer that was not loaded has not changed either.
        if (Employer is not null || EmployerId is null) Words = Stems.Join(Employer?.Name, Place, Hours, Description);
        Facets = Search.Facets.Of(this);
    }

    private void End(OfferStatus status)
    {
        if (Status == OfferStatus.Published) Status = status;
    }
}

/// <summary>Expired is written the night after the last day, to keep the index small; what is live follows from the day alone.</summary>
internal enum OfferStatus { Draft, Published, Withdrawn, Filled, Expired }

internal enum Contract { FullTime, PartTime, Temporary, Weekend, Remote, Mandate }

internal enum PayPeriod { Month, Hour }

/// <summary>Gross, grosze; both null when nothing was said.</summary>
internal readonly record struct Pay(int? From, int? To, PayPeriod Period);
