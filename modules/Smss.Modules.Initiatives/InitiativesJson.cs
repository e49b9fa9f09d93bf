using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Smss.Abstractions;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;

namespace Smss.Modules.Initiatives;

/// <summary>Released initiatives as data. Its fields are listed here one by one, so that no author slips in with a new column.</summary>
internal static class InitiativesJson
{
    private const int PageSize = 50, LastReachable = 10_000, LongestWords = 100;

    public sealed record Item(
        string Number, string Title, string Description, string? Place, string? Spot, string Status, DateOnly FiledOn, int Supporters, bool IsSample);

    public sealed record Answer(int Total, int Page, IReadOnlyList<Item> Items);

    public static async Task<Ok<Answer>> GetAsync(
        InitiativeSearch search, CityClock clock, HttpContext context,
        [Description("Words that must occur.")] string? words,
        [Description("Estate, Polish nominative.")] string? place,
        [Description("From 1.")] int page = 1)
    {
        page = Math.Clamp(page, 1, LastReachable);
        string asked = words is { Length: > LongestWords } ? words[..LongestWords] : words ?? "";
        var query = new InitiativeQuery { Words = SearchText.Asked(asked), Place = string.IsNullOrWhiteSpace(place) ? null : place };
        (IReadOnlyList<InitiativeLine> lines, int total) = await search.PageAsync(query, (page - 1) * PageSize, PageSize, context.RequestAborted);
        IReadOnlyList<Initiative> found = await search.LoadAsync(lines, context.RequestAborted);
        return TypedResults.Ok(new Answer(total, page, [.. found.Select(i => new Item(
            i.Number.ToString(), i.Title, i.Description, i.Place, i.Spot, Lines.StatusName(i.Status), Lines.Day(clock, i.FiledAt), i.Supporters, i.IsSample))]));
    }
}
