using Smss.Understanding;

namespace Smss.Unit.Tests.Engine;

/// <summary>A small training set of the tests' own, so that they do not change with the modules' examples.</summary>
internal static class Examples
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static IReadOnlyList<Utterances> All { get; } =
    [
        Of("jobs.search", Language.Pl, "szukam pracy|szukam roboty na magazynie|jakaś praca na Zakrzowie|czy jest praca dla spawacza|oferty pracy|potrzebuję pracy od zaraz|szukam pracy jako kierowca|robota przy remontach, ktoś bierze|praca sprzątanie|jest jakaś robota"),
        Of("jobs.search", Language.Uk, "шукаю роботу|шукаю роботу на складі|чи є робота для зварювальника|потрібна робота|яка є робота поруч|вакансії водія|хочу працювати|робота прибирання|є якась робота|робота без досвіду"),
        Of("jobs.search", Language.En, "i am looking for a job|any work in a warehouse|job offers near me|is there work for a welder|i need a job|driver jobs|cleaning work|do you have any vacancies|find me a job|work without experience"),
        Of("trainings.search", Language.Pl, "jakie są szkolenia|kurs komputerowy|szukam kursu|darmowe szkolenia|czy jest kurs angielskiego|kursy w tym miesiącu|szkolenie dla opiekunek|chcę się czegoś nauczyć"),
        Of("trainings.search", Language.Uk, "які є курси|курс польської мови|безкоштовні курси|шукаю курси|навчання для дорослих|курси цього місяця|компʼютерний курс|хочу вчитися"),
        Of("trainings.search", Language.En, "what courses do you have|computer course|free trainings|english course please|any classes this month|looking for a course|training for carers|i want to learn something"),
        Of("point.hours", Language.Pl, "kiedy otwarte|w jakich godzinach czynny jest punkt|o której zamykacie|czy w sobotę jest otwarte|godziny otwarcia centrum|do której dziś czynne|kiedy można przyjść|punkt czynny jutro"),
        Of("point.hours", Language.Uk, "коли відкрито|години роботи пункту|о котрій закриваєте|чи працюєте в суботу|до котрої сьогодні|коли можна прийти|графік роботи центру|пункт працює завтра"),
        Of("point.hours", Language.En, "when are you open|opening hours of the point|what time do you close|are you open on saturday|until when today|when can i come|centre hours|is the point open tomorrow"),
        Of("initiative.status", Language.Pl, "co z moją inicjatywą|jaki jest status zgłoszenia|czy ktoś odpowiedział na moją inicjatywę|sprawdź moje zgłoszenie"),
        Of("initiative.status", Language.Uk, "що з моєю ініціативою|який статус ініціативи|перевір моє звернення|чи відповіли на мою ініціативу"),
        Of("initiative.status", Language.En, "what happened to my initiative|status of my initiative|check my report|did anyone answer my initiative"),
        Of("cancel", Language.Pl, "anuluj to|jednak nie|przerwij proszę|nie chcę już tego robić"),
        Of("cancel", Language.Uk, "скасуй це|відміни будь ласка|вже не треба|не хочу продовжувати"),
        Of("cancel", Language.En, "cancel this|please stop it|never mind that|i changed my mind"),
        Of("help", Language.Pl, "co możesz dla mnie zrobić|jak to działa|pokaż co umiesz"),
        Of("help", Language.Uk, "що ти можеш зробити|як це працює|покажи що вмієш"),
        Of("help", Language.En, "what can you do for me|how does this work|show me the options"),
        Of(Meaning.Crisis, Language.Pl, "mąż mnie bije|nie chcę żyć|nie mam gdzie spać|dzieci są głodne|ktoś mi zrobił krzywdę w domu"),
        Of(Meaning.Crisis, Language.Uk, "чоловік мене бʼє|не хочу жити|не маю де спати|діти голодні"),
        Of(Meaning.Crisis, Language.En, "my husband beats me|i do not want to live|i have nowhere to sleep|my children are hungry"),
        Of(Meaning.OutOfScope, Language.Pl, "jaka będzie pogoda|kurs euro|zamów mi pizzę|kto wygrał mecz|o której jedzie autobus|opowiedz żart|praca domowa z matmy|jak ugotować rosół"),
        Of(Meaning.OutOfScope, Language.Uk, "яка погода завтра|курс долара|замов піцу|хто виграв матч|розкажи анекдот|коли автобус|як зварити борщ"),
        Of(Meaning.OutOfScope, Language.En, "what is the weather|exchange rate of the euro|order a pizza|who won the match|tell me a joke|when is the next bus|help with maths homework"),
    ];

    public static Understander Understander { get; } = Understander.Create(All);

    public static Meaning Understand(string text, Language? hint = null) => Understander.Understand(text, Today, hint);

    private static Utterances Of(string intent, Language language, string lines) => new(intent, language, lines.Split('|'));
}
