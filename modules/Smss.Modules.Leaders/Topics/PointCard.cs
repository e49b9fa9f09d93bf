using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.Topics;

/// <summary>A point as a card: address, telephone to press, page.</summary>
internal static class PointCard
{
    public static Card Of(Turn turn, Point point)
    {
        var links = new List<Link> { new(turn.Get("leaders.link.page"), turn.PageUrl(PathOf(point))) };
        if (point.Phone is { } phone) links.Insert(0, new Link(turn.Get("leaders.link.call", ("phone", phone)), Dial(phone)));
        return new Card(point.Name, Address(point), links);
    }

    public static string Location(Turn turn, Point point) => turn.Get(
        point.Phone is null ? "leaders.location" : "leaders.location-phone",
        ("name", point.Name), ("address", Address(point)), ("phone", point.Phone));

    public static string Address(Point point) => $"{point.Street}, {point.City} ({point.Place})";

    public static string PathOf(Point point) => $"/punkty/{point.Id}";

    /// <summary>Polish numbers are written without the country's code.</summary>
    public static string Dial(string phone)
    {
        string digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return "tel:" + (phone.StartsWith('+') ? "+" + digits : digits.Length == 9 ? "+48" + digits : digits);
    }
}
