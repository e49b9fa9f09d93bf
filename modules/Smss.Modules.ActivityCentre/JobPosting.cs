using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Smss.Modules.ActivityCentre.Model;

namespace Smss.Modules.ActivityCentre;

/// <summary>An offer in the words of schema.org, for search engines; never made of sample rows.</summary>
internal static class JobPosting
{
    private static readonly JsonSerializerOptions Options = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>JSON that is safe inside a script element: the serializer's own encoder writes "&lt;" and "&amp;" as escapes.</summary>
    public static string Write(JobOffer offer, TimeZoneInfo zone) => JsonSerializer.Serialize(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "JobPosting",
        ["title"] = offer.Title,
        ["description"] = offer.Description.Length > 0 ? offer.Description : offer.Title,
        ["identifier"] = offer.Id,
        ["datePosted"] = offer.PublishedOn,
        ["validThrough"] = EndOf(offer.ValidUntil!.Value, zone),
        ["employmentType"] = offer.Contract switch
        {
            Contract.PartTime or Contract.Weekend => "PART_TIME",
            Contract.Temporary => "TEMPORARY",
            Contract.Mandate => "CONTRACTOR",
            _ => "FULL_TIME",
        },
        ["jobLocationType"] = offer.Contract == Contract.Remote ? "TELECOMMUTE" : null,
        ["hiringOrganization"] = offer.Employer is { } employer ? new Dictionary<string, object> { ["@type"] = "Organization", ["name"] = employer.Name } : null,
        ["jobLocation"] = new Dictionary<string, object>
        {
            ["@type"] = "Place",
            ["address"] = new Dictionary<string, object?>
            {
                ["@type"] = "PostalAddress", ["addressLocality"] = offer.Place, ["streetAddress"] = offer.Street, ["addressCountry"] = "PL",
            }.Where(p => p.Value is not null).ToDictionary(),
        },
        ["baseSalary"] = Salary(offer),
        ["totalJobOpenings"] = offer.Vacancies,
        ["occupationalCategory"] = offer.OccupationCode,
        ["workHours"] = offer.Hours,
    }.Where(p => p.Value is not null).ToDictionary(), Options);

    private static Dictionary<string, object>? Salary(JobOffer offer)
    {
        if ((offer.PayFrom ?? offer.PayTo) is not { } least) return null;
        return new Dictionary<string, object>
        {
            ["@type"] = "MonetaryAmount",
            ["currency"] = "PLN",
            ["value"] = new Dictionary<string, object>
            {
                ["@type"] = "QuantitativeValue", ["minValue"] = least / 100m, ["maxValue"] = (offer.PayTo ?? least) / 100m,
                ["unitText"] = offer.PayPeriod == PayPeriod.Hour ? "HOUR" : "MONTH",
            },
        };
    }

    private static string EndOf(DateOnly day, TimeZoneInfo zone)
    {
        DateTime last = day.ToDateTime(new TimeOnly(23, 59, 59));
        return new DateTimeOffset(last, zone.GetUtcOffset(last)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }
}
