using System.Globalization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Smss.BotFramework.Schema;

namespace Smss.BotFramework.DirectLine;

/// <summary>Posting and polling: every turn passes here.</summary>
internal sealed class ActivityEndpoints(
    Gate gate, IConversationLog log, DirectLineHub hub, IOptions<DirectLineOptions> options, TimeProvider time, ILogger<ActivityEndpoints> logger)
{
    private const int LargestPage = 1000;
    private const int LargestAnswer = 4 * 1024 * 1024;

    private readonly RateGate perConversation = new(options.Value.PostsPerConversation, time);

    public async Task<Refusal?> PostAsync(HttpContext http, string id)
    {
        var caller = await gate.AdmitAsync(http, id);
        if (caller.Refusal is not null)
            return caller.Refusal;
        if (perConversation.Admit(id) is { } wait)
            return Refusal.TooMany(wait);

        var (activity, refusal) = await ReadAsync(http, id, caller.Token?.UserId);
        if (activity is null)
            return refusal;
        if (activity.Type is not (ActivityTypes.Message or ActivityTypes.Event))
            return await PassAsync(http, id, activity);
        if (await log.AppendAsync(id, activity, http.RequestAborted) is not { } sequence)
            return Refusal.NoConversation;
        await AnswerAsync(http, string.Create(CultureInfo.InvariantCulture, $"{id}|{sequence:D7}"));
        return null;
    }

    /// <summary>Never fails because of the log: pollers take one error for the end and fall silent for good.</summary>
    public async Task<Refusal?> GetAsync(HttpContext http, string id)
    {
        var caller = await gate.AdmitAsync(http, id);
        if (caller.Refusal is not null)
            return caller.Refusal;
        if (!Watermark.TryRead(http.Request.Query["watermark"], out var given))
            return Refusal.BadArgument("The watermark is not one of ours.");

        var after = given ?? 0;
        IReadOnlyList<LoggedActivity> page = [];
        try
        {
            page = await log.ReadAsync(id, after, LargestPage, http.RequestAborted);
            if (page.Count == 0 && await log.LastSequenceAsync(id, http.RequestAborted) is null)
                return Refusal.NoConversation;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogError(e, "The log of conversation {Conversation} could not be read; the poller gets nothing new", id);
        }
        http.Response.ContentType = "application/json; charset=utf-8";
        var body = http.Response.BodyWriter;
        if (page.Count == 0)
            ActivitySet.WriteEmpty(body, after);
        else
            ActivitySet.Write(body, id, page, 0, LargestAnswer);
        await body.FlushAsync(http.RequestAborted);
        return null;
    }

    private async ValueTask<(PostedActivity? Activity, Refusal? Refusal)> ReadAsync(HttpContext http, string id, string? user)
    {
        using var body = await RequestBody.ReadAsync(http, options.Value.MaxActivityBytes);
        if (body is null)
            return (null, Refusal.TooLarge);
        using var document = RequestBody.Parse(body, out var refusal);
        if (document is null)
            return (null, refusal);
        refusal = PostedActivityReader.Read(document.RootElement, id, user, out var activity);
        return (activity, refusal);
    }

    // Typing is shown to who is there now; what else a client may send is acknowledged and means nothing here.
    private async Task<Refusal?> PassAsync(HttpContext http, string id, PostedActivity activity)
    {
        if (await log.LastSequenceAsync(id, http.RequestAborted) is null)
            return Refusal.NoConversation;
        var passing = DirectLineHub.PassingId(id);
        if (activity.Type == ActivityTypes.Typing)
            hub.Show(id, passing, activity.Body.Span);
        await AnswerAsync(http, passing);
        return null;
    }

    private static async Task AnswerAsync(HttpContext http, string activityId)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        var span = http.Response.BodyWriter.GetSpan(activityId.Length + 16);
        Utf8.TryWrite(span, $"{{\"id\":\"{activityId}\"}}", out var written);
        http.Response.ContentLength = written;
        http.Response.BodyWriter.Advance(written);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted);
    }
}
