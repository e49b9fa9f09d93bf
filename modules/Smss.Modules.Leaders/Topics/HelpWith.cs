namespace Smss.Modules.Leaders.Topics;

/// <summary>What points help with: ids as stored, named by text <c>leaders.service.&lt;id&gt;</c>, asked for by beginnings of words.</summary>
internal sealed record HelpWith(string Id, params string[] Beginnings)
{
    // The order decides when a message names two: "wydrukować CV" asks for a printer.
    private static readonly HelpWith[] Known =
    [
        new("printing", "druk", "wydruk", "kser", "skan", "kopi", "друк", "роздрук", "скан", "ксер", "копі", "print", "scan", "copy", "copier", "photocop", "kopij"),
        new("legal", "prawn", "adwokat", "юрист", "правов", "адвокат", "lawyer", "legal", "solicitor"),
        new("counselling", "dorad", "консультант", "кар'єр", "карєр", "counsel", "career"),
        new("cv", "cv", "zyciorys", "motywacyjn", "резюме", "мотивац", "resume", "cover"),
        new("forms", "wnios", "formularz", "pism", "pit", "заяв", "анкет", "бланк", "form", "letter", "application", "paperwork"),
        new("internet", "internet", "wifi", "wi-fi", "komput", "інтернет", "вайфай", "комп", "comput"),
        new("initiatives", "inicjatyw", "ініціатив", "initiativ"),
        new("job-offers", "prac", "robot", "ofert", "робот", "вакансі", "job", "work", "vacanc"),
    ];

    public static IEnumerable<string> Ids => Known.Select(h => h.Id);

    public static string? In(string text)
    {
        string[] words = PointWords.WordsOf(text);
        return Array.Find(Known, h => PointWords.Begins(words, h.Beginnings))?.Id;
    }
}
