using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Smss.Platform.Accounts;

/// <summary>Asks once more for the password before the account itself is changed: a session left open must not be enough.</summary>
internal sealed class OwnPassword(Passwords passwords, SignInBrake brake, Sessions sessions, IHttpContextAccessor http)
{
    /// <summary>Key of what is wrong; null when it is the right password.</summary>
    public async Task<string?> RefusalAsync(Account account, string? password, CancellationToken cancellation)
    {
        var attempt = new Try("own", account.Id.ToString(), ClientOf.Request(http.HttpContext!), sessions.KnownBrowser(account.Id));
        if (!await brake.EnterAsync(attempt, cancellation)) return "platform.sign-in.slow";
        if (!passwords.Matches(account, password)) return "platform.password.wrong";
        await brake.ForgiveAsync(attempt, cancellation);
        return null;
    }
}

/// <summary>From where a request comes.</summary>
internal static class ClientOf
{
    /// <summary>An IPv4 address, or an IPv6 network of 64 bits, as that is what one household has.</summary>
    public static string Request(HttpContext http) => http.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } six => Convert.ToHexString(six.GetAddressBytes(), 0, 8),
        var four => four.ToString(),
    };
}
