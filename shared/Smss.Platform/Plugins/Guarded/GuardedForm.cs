using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Understanding;

namespace Smss.Platform.Plugins.Guarded;

/// <summary>A plugin's form. Its questions were read once at the start, in a rehearsal.</summary>
internal sealed class GuardedForm<TForm>(InstalledPlugins plugins, IServiceProvider services) : Form where TForm : Form
{
    private readonly Plugin _plugin = plugins.Of(typeof(TForm));
    private IReadOnlyList<Field>? _fields;

    public override string Id => Inner.Id;
    public override int Version => Inner.Version;
    public override IReadOnlyList<Field> Fields => _fields ??= [.. Inner.Fields.Select(f => f with { Read = input => Read(f, input) })];
    private TForm Inner => services.GetRequiredService<TForm>();

    public override async ValueTask AnsweredAsync(Field field, IReadOnlyDictionary<string, string> answers, Turn turn, CancellationToken cancellation) =>
        await _plugin.SayAsync(Id, turn, services, aside => Inner.AnsweredAsync(field, answers, aside, cancellation).AsTask());

    public override bool YieldsTo(Meaning meaning)
    {
        bool yields = false;
        Call(() => yields = Inner.YieldsTo(meaning), null);
        return yields;
    }

    public override void Submit(IReadOnlyDictionary<string, string> answers, Turn turn) =>
        _plugin.SayAsync(Id, turn, services, aside =>
        {
            Inner.Submit(answers, aside);
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();

    private FieldAnswer Read(Field field, FieldInput input)
    {
        FieldAnswer answer = FieldAnswer.Refuse("platform.plugin.unable");
        Call(() => answer = field.Read(input), input.Text);
        return answer;
    }

    private void Call(Action call, string? hide) => _plugin.CallAsync(typeof(TForm).Name, () =>
    {
        call();
        return Task.CompletedTask;
    }, PluginLimits.Turn, hide).GetAwaiter().GetResult();
}
