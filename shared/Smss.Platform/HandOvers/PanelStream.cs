using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Smss.Abstractions;
using Smss.BotFramework.DirectLine;
using Smss.Platform.Accounts;
using Smss.Platform.Data;

namespace Smss.Platform.HandOvers;

/// <summary>
/// A stream of the panel: says that something changed, never what; the page then asks for it. Before each event it is checked
/// whether the session still holds, so a disabled account's stream ends as soon as the news of it arrives.
/// </summary>
internal sealed class PanelStream(DirectLineHub hub, PanelNews news, CityClock clock, TimeProvider time, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(15);

    /// <param name="http">The request that opened it.</param>
    /// <param name="talk">A hand-over to listen to as well, while it is theirs.</param>
    /// <param name="cancellation">Ends it.</param>
    public async IAsyncEnumerable<SseItem<string>> OpenAsync(HttpContext http, HandOver? talk, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);
        var changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using IDisposable all = news.Watch(Changed);
        using IDisposable? one = talk is null ? null : hub.Watch(talk.ConversationId, Changed);
        // The first one brings the answer's head to the browser.
        yield return new SseItem<string>("", "pulse");
        while (await NextAsync(changes.Reader, end.Token) is { } change && await HoldsAsync(http, talk))
            yield return new SseItem<string>("", change ? "change" : "pulse");

        void Changed() => changes.Writer.TryWrite(true);
    }

    /// <returns>False when nothing happened for a while; null when it ends.</returns>
    private async Task<bool?> NextAsync(ChannelReader<bool> changes, CancellationToken end)
    {
        using var pulse = new CancellationTokenSource(Pulse, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(pulse.Token, end);
        try
        {
            return await changes.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return end.IsCancellationRequested ? null : false;
        }
    }

    private async Task<bool> HoldsAsync(HttpContext http, HandOver? talk)
    {
        AuthenticateResult? ticket = http.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
        if (ticket?.Properties?.ExpiresUtc is not { } expires || expires <= clock.Now) return false;
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        return await Sessions.AccountOfAsync(http.User, db, CancellationToken.None) is { } account
            && (talk is null || await db.Set<HandOver>().AnyAsync(h => h.Id == talk.Id && h.TakenBy == account.Id));
    }
}
