using Smss.Abstractions.Conversation;
using Smss.Abstractions.Modules;

namespace Smss.Platform.Privacy;

/// <summary>What is kept, a copy of it, and its deletion.</summary>
internal sealed class PrivacyTopic(KeptData kept) : ITopic
{
    private const string Page = "/prywatnosc";

    public string Id => "platform.privacy";
    public IReadOnlyCollection<string> Intents => ["privacy.info", "privacy.export", "privacy.erase"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        switch (turn.Meaning.Intent)
        {
            case "privacy.erase":
                turn.SayAsWritten(List(turn, "platform.erase.what-goes", d => $"{turn.Get(d.Id)}: {turn.Get(d.Id + ".erased")}"));
                turn.Open(EraseForm.FormId);
                break;
            case "privacy.export":
                turn.Write(new MakeCopyLink(turn.ResidentId), (after, token) => after
                    .Say("platform.copy.link", ("hours", CopyLinks.Hours), ("link", after.PageUrl(CopyLinks.Path + token))));
                break;
            default:
                turn.SayAsWritten(List(turn, "platform.privacy.info", d => $"{turn.Get(d.Id)}: {turn.Get(d.Id + ".what")}")
                    + "\n" + turn.Get("platform.privacy.more", ("page", turn.PageUrl(Page))))
                    .Offer(turn.Get("platform.say.privacy.export"), turn.Get("platform.say.privacy.erase"));
                break;
        }
        return ValueTask.CompletedTask;
    }

    private string List(Turn turn, string headingKey, Func<IPersonalData, string> line) =>
        string.Join('\n', kept.OfResidents.Select(d => "– " + line(d)).Prepend(turn.Get(headingKey)));
}
