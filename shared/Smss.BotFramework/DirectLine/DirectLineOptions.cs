namespace Smss.BotFramework.DirectLine;

/// <summary>Settings of the Direct Line server. Read at the first request, so they may come from a database.</summary>
public sealed class DirectLineOptions
{
    /// <summary>Opens any conversation; never given to a browser. Empty: nobody enters by secret.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Signs tokens (HMAC-SHA256); at least 32 bytes, the same on every replica.</summary>
    public byte[] SigningKey { get; set; } = [];

    /// <summary>How long a token opens its conversation. Clients refresh every 15 minutes whatever we say.</summary>
    public TimeSpan TokenLifetime { get; set; } = TimeSpan.FromMinutes(60);

    /// <summary>How long after its end a token may still be refreshed.</summary>
    public TimeSpan RefreshGrace { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a stream address may be opened.</summary>
    public TimeSpan TicketLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Largest request body.</summary>
    public int MaxActivityBytes { get; set; } = 256 * 1024;

    /// <summary>Brake on <c>tokens/generate</c>, per client address; null for none.</summary>
    public RateLimit? TokensPerAddress { get; set; } = new(60, TimeSpan.FromMinutes(1));

    /// <summary>Brake on starting conversations, per client address; null for none.</summary>
    public RateLimit? ConversationsPerAddress { get; set; } = new(60, TimeSpan.FromMinutes(1));

    /// <summary>Brake on posting, per conversation; null for none.</summary>
    public RateLimit? PostsPerConversation { get; set; } = new(20, TimeSpan.FromSeconds(10));

    /// <summary>Streams open at once in one conversation of one process.</summary>
    public int StreamsPerConversation { get; set; } = 20;

    /// <summary>How often an open stream gets an empty message.</summary>
    public TimeSpan KeepAlive { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>A stream whose client shows no sign of life (message or pong) for so long is closed.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(90);
}

/// <summary>So many at once, refilled evenly over the time.</summary>
/// <param name="Permits">How many; at least 1.</param>
/// <param name="Per">In what time.</param>
public sealed record RateLimit(int Permits, TimeSpan Per);
