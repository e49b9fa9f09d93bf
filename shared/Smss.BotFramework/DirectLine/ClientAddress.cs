using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Smss.BotFramework.DirectLine;

internal static class ClientAddress
{
    /// <summary>What counts as one client: an IPv4 address, or an IPv6 network of 64 bits, as that is what one household has.</summary>
    public static string Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPNetwork(new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]), 64).ToString()
            : address.ToString();
    }
}
