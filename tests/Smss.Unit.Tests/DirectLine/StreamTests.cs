using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;

namespace Smss.Unit.Tests.DirectLine;

public class StreamTests
{
    [Fact]
    public async Task The_first_stream_replays_what_came_before_it_opened_and_goes_on_live()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await talk.SayAsync("przed");
        host.Log.Say(talk.Id, "witaj");
        await using var listener = await Listener.OpenAsync(talk.StreamUrl);
        Assert.Equal(["przed", "witaj"], await listener.TextsAsync(2));
        host.Log.Say(talk.Id, "potem");
        var set = await listener.NextSetAsync();
        Assert.Equal("3", set.GetProperty("watermark").GetString());
        Assert.Equal($"{talk.Id}|0000003", set.GetProperty("activities")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_reconnect_loses_and_doubles_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        host.Log.Say(talk.Id, "1");
        host.Log.Say(talk.Id, "2");
        await using (var listener = await Listener.OpenAsync(talk.StreamUrl))
            Assert.Equal(["1", "2"], await listener.TextsAsync(2));
        host.Log.Say(talk.Id, "3");
        await using var again = await Listener.OpenAsync((await talk.ReconnectAsync("?watermark=2")).Text("streamUrl"));
        host.Log.Say(talk.Id, "4");
        Assert.Equal(["3", "4"], await again.TextsAsync(2));
        Assert.True(await again.IsSilentAsync());
    }

    [Fact]
    public async Task A_reconnect_without_watermark_begins_when_its_address_was_made()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        host.Log.Say(talk.Id, "dawno");
        var url = (await talk.ReconnectAsync()).Text("streamUrl");
        host.Log.Say(talk.Id, "w przerwie");
        await using var listener = await Listener.OpenAsync(url);
        Assert.Equal(["w przerwie"], await listener.TextsAsync(1));
        Assert.True(await listener.IsSilentAsync());
    }

    [Fact]
    public async Task A_watermark_beyond_the_log_does_not_make_a_stream_deaf()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await using var listener = await Listener.OpenAsync((await talk.ReconnectAsync("?watermark=500")).Text("streamUrl"));
        host.Log.Say(talk.Id, "slychac");
        Assert.Equal(["slychac"], await listener.TextsAsync(1));
    }

    [Fact]
    public async Task Of_two_sockets_on_one_ticket_only_the_newer_gets_activities()
    {
        await using var host = await DirectLineHost.StartAsync(o => o.KeepAlive = TimeSpan.FromMilliseconds(50));
        var talk = await host.StartTalkAsync();
        host.Log.Say(talk.Id, "1");
        await using var older = await Listener.OpenAsync(talk.StreamUrl);
        Assert.Equal(["1"], await older.TextsAsync(1));
        await using var newer = await Listener.OpenAsync(talk.StreamUrl);
        await WaitUntil(() => host.Hub.CountOf(talk.Id) == 2);
        // What the older one showed is not shown again.
        host.Log.Say(talk.Id, "2");
        Assert.Equal(["2"], await newer.TextsAsync(1));
        host.Hub.Wake(talk.Id);
        Assert.True(await older.IsSilentAsync());
        Assert.Equal("", await older.NextAsync());
        Assert.Equal(WebSocketState.Open, older.Socket.State);
    }

    [Fact]
    public async Task Two_tabs_have_two_tickets_and_both_see_everything()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await using var first = await Listener.OpenAsync(talk.StreamUrl);
        await using var second = await Listener.OpenAsync((await talk.ReconnectAsync("?watermark=0")).Text("streamUrl"));
        await talk.SayAsync("halo");
        Assert.Equal(["halo"], await first.TextsAsync(1));
        Assert.Equal(["halo"], await second.TextsAsync(1));
    }

    [Fact]
    public async Task What_another_replica_committed_is_read_when_woken_and_when_a_gap_shows()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await using var listener = await Listener.OpenAsync(talk.StreamUrl);
        host.Log.TellsHub = false;
        host.Log.Say(talk.Id, "1");
        host.Hub.Wake(talk.Id);
        Assert.Equal(["1"], await listener.TextsAsync(1));
        host.Log.Say(talk.Id, "2");
        host.Log.TellsHub = true;
        host.Log.Say(talk.Id, "3");
        Assert.Equal(["2", "3"], await listener.TextsAsync(2));
        Assert.True(await listener.IsSilentAsync());
    }

    [Fact]
    public async Task A_flood_arrives_whole_and_in_order_at_a_client_that_reads_slowly()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await using var listener = await Listener.OpenAsync(talk.StreamUrl);
        for (var i = 1; i <= 5000; i++)
            host.Log.Say(talk.Id, $"{i} {new string('x', 500)}");
        var texts = await listener.TextsAsync(5000);
        Assert.Equal(Enumerable.Range(1, 5000), texts.Select(t => int.Parse(t.Split(' ')[0])));
    }

    [Fact]
    public async Task Typing_is_shown_without_a_watermark_and_never_logged()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await using var listener = await Listener.OpenAsync(talk.StreamUrl);
        await WaitUntilListening(host, talk);
        host.Hub.Typing(talk.Id, "bot");
        var set = await listener.NextSetAsync();
        Assert.False(set.TryGetProperty("watermark", out _));
        var typing = set.GetProperty("activities")[0];
        Assert.Equal(("typing", "bot"), (typing.GetProperty("type").GetString(), typing.GetProperty("from").GetProperty("role").GetString()));
        await talk.SendAsync("""{"type":"typing","channelData":{"clientActivityID":"k"}}""");
        var echo = (await listener.NextSetAsync()).GetProperty("activities")[0];
        Assert.Equal("k", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(0, (await talk.PollAsync()).Json.GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task Tickets_of_other_conversations_old_ones_and_tokens_open_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        var other = await host.StartTalkAsync();
        Assert.Equal(403, await Listener.RefusedAsync(talk.StreamUrl.Replace(talk.Id, other.Id)));
        Assert.Equal(403, await Listener.RefusedAsync(talk.StreamUrl.Split('?')[0]));
        Assert.Equal(403, await Listener.RefusedAsync(talk.StreamUrl.Split('?')[0] + "?t=" + talk.Token));
        host.MoveTime(TimeSpan.FromSeconds(61));
        Assert.Equal(403, await Listener.RefusedAsync(talk.StreamUrl));
    }

    [Fact]
    public async Task A_stream_address_opened_as_a_page_is_a_bad_request()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        var answer = await host.GetAsync(talk.StreamUrl.Replace("ws://", "http://"), null);
        Assert.Equal((400, "BadArgument"), (answer.Status, answer.ErrorCode));
    }

    [Fact]
    public async Task Streams_of_one_conversation_are_limited()
    {
        await using var host = await DirectLineHost.StartAsync(o => o.StreamsPerConversation = 1);
        var talk = await host.StartTalkAsync();
        await using var listener = await Listener.OpenAsync(talk.StreamUrl);
        await WaitUntilListening(host, talk);
        Assert.Equal(429, await Listener.RefusedAsync(talk.StreamUrl));
    }

    [Fact]
    public async Task Clients_may_send_empty_messages_but_not_large_ones()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await using var listener = await Listener.OpenAsync(talk.StreamUrl);
        for (var i = 0; i < 10; i++)
            await listener.Socket.SendAsync(new byte[1000], WebSocketMessageType.Text, true, CancellationToken.None);
        host.Log.Say(talk.Id, "dalej");
        Assert.Equal(["dalej"], await listener.TextsAsync(1));
        await listener.Socket.SendAsync(new byte[5000], WebSocketMessageType.Text, true, CancellationToken.None);
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, await listener.ClosedAsync());
    }

    [Fact]
    public async Task Stopping_the_server_says_so_to_its_streams()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await using var listener = await Listener.OpenAsync(talk.StreamUrl);
        await WaitUntilListening(host, talk);
        await host.StopAsync();
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await listener.ClosedAsync());
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_closes_the_stream_so_that_the_client_comes_back()
    {
        await using var host = await DirectLineHost.StartAsync();
        var talk = await host.StartTalkAsync();
        await using var listener = await Listener.OpenAsync(talk.StreamUrl);
        await WaitUntilListening(host, talk);
        host.Log.Failing = true;
        host.Hub.Wake(talk.Id);
        Assert.Equal(WebSocketCloseStatus.InternalServerError, await listener.ClosedAsync());
        Assert.Equal(0, host.Hub.CountOf(talk.Id));
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_let_go()
    {
        await using var host = await DirectLineHost.StartAsync(o => o.Silence = TimeSpan.FromSeconds(1));
        var talk = await host.StartTalkAsync();
        using var dead = await OpenDeadAsync(talk.StreamUrl);
        await WaitUntilListening(host, talk);
        await WaitUntil(() => host.Hub.CountOf(talk.Id) == 0);
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_up_nobody_else()
    {
        await using var host = await DirectLineHost.StartAsync(o => o.KeepAlive = TimeSpan.FromMilliseconds(200));
        var talk = await host.StartTalkAsync();
        using var dead = await OpenDeadAsync(talk.StreamUrl);
        await using var listener = await Listener.OpenAsync((await talk.ReconnectAsync("?watermark=0")).Text("streamUrl"));
        await WaitUntil(() => host.Hub.CountOf(talk.Id) == 2);
        for (var i = 1; i <= 2000; i++)
            host.Log.Say(talk.Id, $"{i} {new string('x', 10_000)}");
        Assert.Equal(2000, (await listener.TextsAsync(2000)).Distinct().Count());
    }

    // Opens a socket and never reads from it.
    private static async Task<TcpClient> OpenDeadAsync(string streamUrl)
    {
        var url = new Uri(streamUrl);
        var dead = new TcpClient();
        await dead.ConnectAsync(IPAddress.Loopback, url.Port);
        await dead.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Key: dGVzdHRlc3R0ZXN0dGVzdA==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
        return dead;
    }

    private static Task WaitUntilListening(DirectLineHost host, Talk talk) => WaitUntil(() => host.Hub.CountOf(talk.Id) > 0);

    private static async Task WaitUntil(Func<bool> condition)
    {
        for (var i = 0; i < 500 && !condition(); i++)
            await Task.Delay(20);
        Assert.True(condition());
    }
}
