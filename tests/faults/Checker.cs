using System.Globalization;
using System.Text.RegularExpressions;

namespace Smss.Faults;

/// <summary>What must hold after a crash. Each line it gives is a promise that was broken.</summary>
internal static partial class Checker
{
    public static IEnumerable<string> Check(IReadOnlyList<Conversation> conversations, IReadOnlyList<Filed> filed) =>
        conversations.SelectMany(Check).Concat(Numbers(conversations, filed));

    private static IEnumerable<string> Check(Conversation conversation) =>
        Acknowledged(conversation).Concat(Answers(conversation)).Concat(Order(conversation)).Select(fault => $"{conversation.Id}: {fault}");

    private static IEnumerable<string> Acknowledged(Conversation conversation)
    {
        ILookup<string?, Entry> echoes = conversation.Log.Where(e => !e.FromBot).ToLookup(e => e.Key);
        foreach (Said said in conversation.Said)
        {
            Entry[] own = [.. echoes[said.Key]];
            if (own.Length > 1) yield return $"“{said.Text}” is there {own.Length} times";
            if (said.AcknowledgedId is not { } id) continue;
            if (own.Length == 0) yield return $"“{said.Text}” was acknowledged as {id} and is lost";
            else if (own[0].Id != id) yield return $"“{said.Text}” was acknowledged as {id} and is {own[0].Id}";
            else if (own[0].Text != said.Text) yield return $"“{said.Text}” became “{own[0].Text}”";
        }
        var sent = conversation.Said.Select(s => s.Key).ToHashSet();
        foreach (Entry stray in conversation.Log.Where(e => !e.FromBot && (e.Key is null || !sent.Contains(e.Key))))
            yield return $"{stray.Id} was never sent";
    }

    /// <summary>A turn's replies are written at once: one unbroken run without a repeat, after the question, in the questions' order.</summary>
    private static IEnumerable<string> Answers(Conversation conversation)
    {
        var place = conversation.Log.Select((e, i) => (e.Id, i)).GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First().i);
        foreach (Said said in conversation.Said.Where(s => s.AcknowledgedId is not null))
        {
            (Entry Entry, int At)[] answers = [.. conversation.Log.Select((e, i) => (e, i)).Where(p => p.e.FromBot && p.e.ReplyTo == said.AcknowledgedId)];
            if (answers.Length == 0) yield return $"“{said.Text}” ({said.AcknowledgedId}) has no answer";
            else if (answers[^1].At - answers[0].At != answers.Length - 1 || answers.DistinctBy(a => a.Entry.Text).Count() != answers.Length)
                yield return $"“{said.Text}” ({said.AcknowledgedId}) was answered more than once";
        }
        int latest = -1;
        foreach (Entry reply in conversation.Log.Where(e => e is { FromBot: true, ReplyTo: not null }))
        {
            if (!place.TryGetValue(reply.ReplyTo!, out int question) || question > place[reply.Id]) yield return $"{reply.Id} answers {reply.ReplyTo}, which was not said before";
            else if (question < latest) yield return $"{reply.Id} answers {reply.ReplyTo} after a later question was answered";
            else latest = question;
        }
    }

    private static IEnumerable<string> Order(Conversation conversation)
    {
        for (int i = 0; i < conversation.Log.Count; i++)
        {
            Entry entry = conversation.Log[i];
            if (entry.Id != string.Create(CultureInfo.InvariantCulture, $"{conversation.Id}|{i + 1:D7}")) yield return $"entry {i + 1} is called {entry.Id}";
            if (i > 0 && entry.Timestamp <= conversation.Log[i - 1].Timestamp) yield return $"the time of {entry.Id} does not rise";
        }
    }

    private static IEnumerable<string> Numbers(IReadOnlyList<Conversation> conversations, IReadOnlyList<Filed> filed)
    {
        ILookup<string, Filed> byTitle = filed.ToLookup(f => f.Title);
        var owners = new Dictionary<string, string>();
        foreach (IGrouping<string, Filed> same in filed.GroupBy(f => f.Number).Where(g => g.Count() > 1))
            yield return $"{same.Key} was given to {same.Count()} initiatives";
        foreach ((Conversation conversation, Said said) in conversations.SelectMany(c => c.Said.Where(s => s.Files is not null).Select(s => (c, s))))
        {
            Filed[] own = [.. byTitle[said.Files!]];
            if (own.Length > 1) yield return $"“{said.Files}” was filed {own.Length} times";
            if (said.AcknowledgedId is null) continue;
            string? told = conversation.Log.Where(e => e.FromBot && e.ReplyTo == said.AcknowledgedId)
                .Select(e => Number().Match(e.Text)).FirstOrDefault(m => m.Success)?.Value;
            if (told is null) yield return $"“{said.Files}” was confirmed and no number told";
            else if (!owners.TryAdd(told, said.Files!)) yield return $"{told} was told for “{said.Files}” and for “{owners[told]}”";
            else if (own.Length != 1 || own[0].Number != told) yield return $"“{said.Files}” was told to be {told} and is {(own.Length == 0 ? "not there" : own[0].Number)}";
        }
    }

    [GeneratedRegex("IN-[0-9]{4}-[0-9]{4,}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
