using Smss.Abstractions.Conversation;
using Smss.Modules.Leaders.Model;

namespace Smss.Modules.Leaders.HoursFromChat;

/// <summary>Asks for the code that the panel shows.</summary>
internal sealed class LinkForm : Form
{
    public const string FormId = "leaders.link", Code = "code";

    public override string Id => FormId;

    public override IReadOnlyList<Field> Fields { get; } =
        [new(Code, input => ChatCode.In(input.Text) is { } code ? FieldAnswer.Accept(code) : FieldAnswer.Refuse("leaders.link.code.wrong"))];

    public override void Submit(IReadOnlyDictionary<string, string> answers, Turn turn) => turn.Write(
        new LinkChat.Request(turn.ResidentId, answers[Code]),
        (after, who) =>
        {
            if (who is null) after.Say("leaders.link.refused");
            else after.Say("leaders.link.done", ("name", who.Name)).Offer(after.Get("leaders.link.try"));
        });
}

/// <summary>A leader wants to change hours from this conversation.</summary>
internal sealed class LinkTopic : ITopic
{
    public string Id => "leaders.link";

    public IReadOnlyCollection<string> Intents { get; } = ["leader.link"];

    public ValueTask HandleAsync(Turn turn, CancellationToken cancellation)
    {
        turn.Open(LinkForm.FormId, ChatCode.In(turn.Text) is { } code ? new Dictionary<string, string> { [LinkForm.Code] = code } : null);
        return ValueTask.CompletedTask;
    }
}
