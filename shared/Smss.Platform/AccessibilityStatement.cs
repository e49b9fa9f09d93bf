using System.Globalization;
using Microsoft.Extensions.Configuration;
using Smss.Platform.Modules;

namespace Smss.Platform;

/// <summary>What a city says of the accessibility of its site (act of 4 April 2019, technical conditions 2.0); null is not said yet.</summary>
internal sealed record AccessibilityStatement
{
    public const string Full = "full", Partial = "partial", None = "none";

    private const string Section = "Accessibility:";

    public static readonly string[] Keys =
    [
        .. ((string[])["Entity", "Published", "Updated", "Status", "NotAccessible", "Prepared", "Reviewed", "Assessment", "Contact", "Email", "Phone", "Architecture", "ArchitectureUrl", "Communication", "Apps"])
            .Select(k => Section + k),
    ];

    /// <summary>Name of the public body.</summary>
    public string? Entity { get; private init; }
    public DateOnly? Published { get; private init; }
    public DateOnly? Updated { get; private init; }

    /// <summary>How far the site conforms: <see cref="Full"/>, <see cref="Partial"/> or <see cref="None"/>.</summary>
    public string? Status { get; private init; }
    public string? NotAccessible { get; private init; }
    public DateOnly? Prepared { get; private init; }
    public DateOnly? Reviewed { get; private init; }

    /// <summary>Who assessed it and how.</summary>
    public string? Assessment { get; private init; }

    /// <summary>Who answers questions about it.</summary>
    public string? Contact { get; private init; }
    public string? Email { get; private init; }
    public string? Phone { get; private init; }

    /// <summary>How the building can be reached and used.</summary>
    public string? Architecture { get; private init; }
    public Uri? ArchitectureUrl { get; private init; }

    /// <summary>Sign language, induction loop and the like.</summary>
    public string? Communication { get; private init; }
    public string? Apps { get; private init; }

    /// <exception cref="ConfigurationException">A date, an address or a status that is none.</exception>
    public static AccessibilityStatement Read(IConfigurationSection smss) => new()
    {
        Entity = Text(smss, "Entity"),
        Published = Day(smss, "Published"),
        Updated = Day(smss, "Updated"),
        Status = Text(smss, "Status") is not { } status || status is Full or Partial or None ? Text(smss, "Status") : throw Wrong("Status", status, $"{Full}, {Partial} or {None}"),
        NotAccessible = Text(smss, "NotAccessible"),
        Prepared = Day(smss, "Prepared"),
        Reviewed = Day(smss, "Reviewed"),
        Assessment = Text(smss, "Assessment"),
        Contact = Text(smss, "Contact"),
        Email = Text(smss, "Email"),
        Phone = Text(smss, "Phone"),
        Architecture = Text(smss, "Architecture"),
        ArchitectureUrl = Text(smss, "ArchitectureUrl") is not { } address ? null
            : Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? uri : throw Wrong("ArchitectureUrl", address, "an address such as https://www.example.pl/dostepnosc"),
        Communication = Text(smss, "Communication"),
        Apps = Text(smss, "Apps"),
    };

    private static string? Text(IConfigurationSection smss, string key) => smss[Section + key]?.Trim() is { Length: > 0 } text ? text : null;

    private static DateOnly? Day(IConfigurationSection smss, string key) => Text(smss, key) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : throw Wrong(key, text, "a day such as 2026-11-23");

    private static ConfigurationException Wrong(string key, string value, string right) => new($"Smss:{Section}{key} is \"{value}\"; it must be {right}.");
}
