using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Smss.Abstractions.Web;

/// <summary>A list of the panel. What is asked for stands in the address; the partial views <c>_Found</c> and <c>_Paging</c> show it.</summary>
public abstract class PanelList : PanelPage
{
    /// <summary>So many rows are counted and paged through; who has more must ask for less. It keeps every page fast, however large the table.</summary>
    public const int Most = 1000;

    /// <summary>Page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "strona")]
    public int PageNumber { get; set; } = 1;

    /// <summary>How many rows match; one more than <see cref="Most"/> stands for any larger number.</summary>
    public int Total { get; private protected set; }

    /// <summary>Rows of one page.</summary>
    public virtual int PageSize => 20;

    /// <summary>Page on which the last counted row stands.</summary>
    public int LastPage => Math.Max(1, (Math.Min(Total, Most) + PageSize - 1) / PageSize);

    /// <summary>How many were found, finished text.</summary>
    public string FoundText => T(Total > Most ? "platform.list.more" : "platform.list.found", ("count", Math.Min(Total, Most)));

    /// <summary>Address of another page of the same question.</summary>
    public string PageHref(int page) => Again("strona", page.ToString(CultureInfo.InvariantCulture));

    /// <summary>Address of all that was found, as a file.</summary>
    public string FileHref => Again("handler", "Csv");

    private string Again(string name, string value)
    {
        var query = new QueryBuilder();
        foreach ((string asked, string? words) in Request.Query.SelectMany(q => q.Value, (q, words) => (q.Key, words)))
            if (!string.IsNullOrWhiteSpace(words) && asked is not ("strona" or "handler")) query.Add(asked, words);
        query.Add(name, value);
        return Request.Path + query.ToString();
    }
}

/// <summary>A list of the panel over rows.</summary>
/// <typeparam name="TRow">What stands in one line.</typeparam>
public abstract class PanelList<TRow> : PanelList
{
    private const int MostInFile = 100_000;

    /// <summary>Rows of the page asked for.</summary>
    public IReadOnlyList<TRow> Found { get; private set; } = [];

    /// <summary>Name of the file, without its ending.</summary>
    protected abstract string FileName { get; }

    /// <summary>Columns of the file: text key of the heading, and the cell of a row.</summary>
    protected abstract IReadOnlyList<(string HeadingKey, Func<TRow, string?> Cell)> Columns { get; }

    /// <summary>Shows a page of the list.</summary>
    public virtual async Task OnGetAsync(CancellationToken cancellation)
    {
        Total = await CountAsync(Most + 1, cancellation);
        PageNumber = Math.Clamp(PageNumber, 1, LastPage);
        Found = await RowsAsync((PageNumber - 1) * PageSize, PageSize, cancellation);
    }

    /// <summary>Gives all that was found as a file.</summary>
    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancellation)
    {
        IReadOnlyList<TRow> rows = await RowsAsync(0, MostInFile, cancellation);
        IEnumerable<IEnumerable<string?>> lines = rows.Select(row => Columns.Select(c => c.Cell(row)));
        return File(Csv.Write(lines.Prepend(Columns.Select(c => T(c.HeadingKey)))), "text/csv; charset=utf-8", FileName + ".csv");
    }

    /// <summary>How many rows match; counting stops at <paramref name="most"/>.</summary>
    protected abstract Task<int> CountAsync(int most, CancellationToken cancellation);

    /// <summary>Rows that match, in their order.</summary>
    protected abstract Task<IReadOnlyList<TRow>> RowsAsync(int skip, int take, CancellationToken cancellation);
}
