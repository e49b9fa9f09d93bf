using Smss.Abstractions.Contracts.Leaders;
using Smss.Abstractions.Web;

namespace Smss.Platform.Pages;

/// <summary>The front door: the chat, and for browsers without scripts the pages, a point and phone numbers.</summary>
public sealed class IndexModel(IEnumerable<IPointsReader> points) : PublicPage
{
    /// <summary>Where a person is.</summary>
    public PointContact? Contact { get; private set; }

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title = T("platform.chat.title");
        foreach (IPointsReader reader in points) Contact ??= await reader.ContactAsync(null, Language, cancellation);
    }
}
