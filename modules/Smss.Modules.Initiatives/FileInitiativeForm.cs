using Smss.Abstractions.Conversation;
using Smss.Abstractions.Texts;
using Smss.Modules.Initiatives.Model;
using Smss.Modules.Initiatives.Search;
using Smss.Modules.Initiatives.Topics;
using Smss.Understanding;

namespace Smss.Modules.Initiatives;

/// <summary>Finds the estate that a resident's own words name, Polish nominative; null when they name none.</summary>
internal delegate string? EstateOf(string words);

/// <summary>An initiative, asked for in four questions.</summary>
internal sealed class FileInitiativeForm(InitiativeSearch search, EstateOf estateOf) : Form
{
    public const string FormId = "initiatives.file", Title = "title", Description = "description", Place = "place", Contact = "contact";
    private const double Sure = 0.95;
    private const int MostSimilar = 3;

    public override string Id => FormId;

    public override IReadOnlyList<Field> Fields { get; } =
    [
        new(Title, ReadTitle),
        new(Description, ReadDescription),
        new(Place, ReadPlace) { Optional = true },
        new(Contact, ReadContact) { Optional = true, Personal = true },
    ];

    public override async ValueTask AnsweredAsync(
        Field field, IReadOnlyDictionary<string, string> answers, Turn turn, CancellationToken cancellation)
    {
        if (field.Id is not (Title or Description)) return;
        bool first = field.Id == Title ? !answers.ContainsKey(Description) : !answers.ContainsKey(Place);
        if (first) await SaySimilarAsync(answers[field.Id], turn, cancellation);
    }

    /// <summary>Shows what others filed about the same, before the resident types it all.</summary>
    public async ValueTask SaySimilarAsync(string text, Turn turn, CancellationToken cancellation)
    {
        IReadOnlyList<InitiativeLine> similar = await search.SimilarAsync(text, MostSimilar, cancellation);
        if (similar.Count == 0) return;
        turn.SayAsWritten(string.Join('\n', [
            turn.Get("initiatives.file.similar"),
            .. similar.Select(i => "– " + Lines.Short(turn, i)),
            turn.Get("initiatives.file.similar.support", ("number", similar[0].Number.ToString())),
        ]));
    }

    /// <summary>"Popieram IN-2026-0004" or "pokaż inicjatywy" is not the title of a new one.</summary>
    public override bool YieldsTo(Meaning meaning) =>
        meaning is { Intent: "initiative.support", Confidence: >= Sure, Slots.Number: not null } or { Intent: "initiative.list" or "initiative.status", Confidence: 1 };

    public override void Submit(IReadOnlyDictionary<string, string> answers, Turn turn)
    {
        string? place = answers.GetValueOrDefault(Place) is { Length: > 0 } words ? words : null;
        string? estate = place is null ? null : estateOf(place);
        var request = new FileInitiative.Request(
            answers[Title], answers[Description], estate, place == estate ? null : place,
            answers.GetValueOrDefault(Contact) is { Length: > 0 } contact ? contact : null, turn.ResidentId, turn.Language);
        turn.Write(request, (after, number) => after
            .Say("initiatives.filed", ("number", number.ToString()), ("page", after.PageUrl("/inicjatywy")))
            .Offer(after.Get("initiatives.status.of", ("number", number.ToString()))));
    }

    private static FieldAnswer ReadTitle(FieldInput input) => PlainText.Line(input.Text) switch
    {
        { Length: < Initiative.ShortestTitle } => FieldAnswer.Refuse("initiatives.file.title.short"),
        { Length: > Initiative.LongestTitle } => FieldAnswer.Refuse("initiatives.file.title.long"),
        var title => FieldAnswer.Accept(title),
    };

    private static FieldAnswer ReadDescription(FieldInput input) => PlainText.Clean(input.Text) switch
    {
        { Length: < Initiative.ShortestDescription } => FieldAnswer.Refuse("initiatives.file.description.short"),
        { Length: > Initiative.LongestDescription } => FieldAnswer.Refuse("initiatives.file.description.long"),
        var description => FieldAnswer.Accept(description),
    };

    private static FieldAnswer ReadPlace(FieldInput input) => PlainText.Line(input.Text) switch
    {
        { Length: 0 } => FieldAnswer.Refuse("initiatives.file.place.none"),
        { Length: > Initiative.LongestSpot } => FieldAnswer.Refuse("initiatives.file.place.long"),
        var spot => FieldAnswer.Accept(input.Meaning.Slots.Place is { } estate && IsOnly(estate, spot) ? estate : spot),
    };

    private static FieldAnswer ReadContact(FieldInput input) =>
        (input.Meaning.Slots.Email ?? input.Meaning.Slots.Phone) is { } contact
            ? FieldAnswer.Accept(contact)
            : FieldAnswer.Refuse("initiatives.file.contact.wrong");

    /// <summary>"na Zakrzowie" says no more than the estate.</summary>
    private static bool IsOnly(string estate, string spot)
    {
        int words = spot.Count(c => c == ' ') + 1, named = estate.Count(c => c is ' ' or '-') + 1;
        return words == named || (words == named + 1 && spot.IndexOf(' ', StringComparison.Ordinal) <= 2);
    }
}
