namespace Smss.Faults;

/// <summary>
/// Somebody who writes without waiting for answers, and sends again what was not acknowledged. The next message goes out
/// when the one before is acknowledged, so the order in which the host must answer is known.
/// </summary>
internal sealed class Resident(DirectLine line, string id, string token, string name, bool files)
{
    private static readonly string[] Questions =
    [
        "Szukam pracy w magazynie", "Jakie są szkolenia?", "Gdzie jest najbliższy punkt?", "Czy jest teraz otwarte?", "Pokaż inicjatywy",
        "Are there any trainings?", "Де знайти роботу?", "Pomoc po polsku",
    ];

    private readonly List<Said> _said = [];
    private int _filed;

    /// <summary>Posts until told to finish, then to the end of what was begun.</summary>
    public async Task TalkAsync(CancellationToken finish)
    {
        while (!finish.IsCancellationRequested)
        {
            if (files) await FileAsync();
            else await SayAsync(Questions[_said.Count % Questions.Length]);
        }
    }

    /// <summary>The conversation once everything acknowledged is answered, or as it is when that takes too long.</summary>
    public async Task<Conversation> SettledAsync(TimeSpan patience)
    {
        using var late = new CancellationTokenSource(patience);
        while (true)
        {
            var conversation = new Conversation(id, _said, await line.ReadAsync(id, token));
            if (conversation.IsAnswered || late.IsCancellationRequested) return conversation;
            await Task.Delay(200);
        }
    }

    private async Task FileAsync()
    {
        string title = $"Ławka w miejscu {name}x{++_filed}";
        await SayAsync("Mam pomysł");
        await SayAsync(title);
        await SayAsync("Przy placu zabaw brakuje ławki, na której można odpocząć w cieniu.");
        await SayAsync("Pomiń");
        await SayAsync("Pomiń");
        await SayAsync("Tak", title);
    }

    private async Task SayAsync(string text, string? filing = null)
    {
        var said = new Said($"{name}-{_said.Count}", text, filing);
        _said.Add(said);
        while ((said.AcknowledgedId = await line.PostAsync(id, token, said)) is null)
        {
            said.BrokeOff = true;
            await Task.Delay(20);
        }
    }
}
