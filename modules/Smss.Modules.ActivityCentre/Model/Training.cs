using Smss.Modules.ActivityCentre.Search;

namespace Smss.Modules.ActivityCentre.Model;

/// <summary>A course. It is shown until its recruitment ends, or until it begins when no such day is known.</summary>
internal sealed class Training : Listing, IIndexed
{
    public string? Topic { get; set; }
    public string Provider { get; set; } = "";
    public DateOnly StartsOn { get; set; }
    public DateOnly EndsOn { get; set; }
    public DateOnly? RecruitmentEndsOn { get; set; }
    public TrainingMode Mode { get; set; }
    public int? Hours { get; set; }
    public int? Seats { get; set; }

    /// <summary>For one person, grosze; 0 is free, null unknown.</summary>
    public int? Price { get; set; }
    public TrainingStatus Status { get; private set; } = TrainingStatus.Draft;
    public string TitleWords { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string Facets { get; private set; } = "";
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Last day on which a resident can still join.</summary>
    public DateOnly LastDay { get; private set; }

    public bool IsLive(DateOnly today) => Status == TrainingStatus.Published && LastDay >= today;

    public override Standing At(DateTime local) => Status switch
    {
        TrainingStatus.Published => LastDay >= DateOnly.FromDateTime(local) ? Standing.Live : Standing.Ended,
        TrainingStatus.Past => Standing.Ended,
        TrainingStatus.Withdrawn => Standing.Withdrawn,
        _ => Standing.Draft,
    };

    /// <summary>Why it cannot be published; null when it can.</summary>
    public string? WhyNotPublishable()
    {
        if (string.IsNullOrWhiteSpace(Title)) return "title";
        if (EndsOn < StartsOn) return "days";
        return Mode != TrainingMode.Remote && string.IsNullOrWhiteSpace(Place) ? "place" : null;
    }

    /// <summary>Makes it visible; false when something is missing.</summary>
    public bool Publish()
    {
        if (WhyNotPublishable() is not null) return false;
        Status = TrainingStatus.Published;
        return true;
    }

    public void Withdraw() => Status = TrainingStatus.Withdrawn;

    /// <summary>Kept for the record only.</summary>
    public void Close() => Status = TrainingStatus.Past;

    public void Index()
    {
        LastDay = RecruitmentEndsOn is { } end && end < StartsOn ? end : StartsOn;
        TitleWords = Stems.Join(Title, Topic);
        Words = Stems.Join(Provider, Place, Description);
        Facets = Search.Facets.Of(this);
    }
}

internal enum TrainingStatus { Draft, Published, Past, Withdrawn }

internal enum TrainingMode { OnSite, Remote, Mixed }
