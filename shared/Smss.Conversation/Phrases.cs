using System.Collections.Frozen;
using Smss.Understanding;

namespace Smss.Conversation;

/// <summary>The few words that mean the same in every form and list, in three languages, folded.</summary>
internal static class Phrases
{
    private static readonly FrozenSet<string> Yes = Set("tak|tak jest|no tak|jasne|zgadza sie|potwierdzam|ok|okej|okay|dobrze|moze byc|wyslij|zapisz|zgoda|pewnie|oczywiscie|так|ага|добре|згоден|згодна|підтверджую|гаразд|звісно|надіслати|зберегти|yes|yeah|yep|sure|correct|right|confirm|fine|send|save|send it|tak wyslij|да|y|t|tak prosze|все правильно|that's right|wszystko sie zgadza|usun|tak usun|видалити|так видалити|delete|yes delete");
    private static readonly FrozenSet<string> No = Set("nie|nie nie|nie zgadza sie|nie tak|blad|zle|jednak nie|ні|не|ні ні|неправильно|помилка|no|nope|wrong|not correct|not right|incorrect|нет|n");
    private static readonly FrozenSet<string> Skip = Set("pomin|pomijam|pomijamy|dalej|bez|nie podaje|nie podam|nie chce podac|nie chce podawac|nie zostawiam|nie zostawie|wole nie|wole nie podawac|bez telefonu|bez kontaktu|nie trzeba|nie chce|nie mam|brak|nie|пропустити|пропусти|пропускаю|далі|без|не хочу|не дам|не скажу|не залишу|не залишатиму|не треба|без телефону|немає|ні|skip|none|no|next|rather not|i'd rather not|i don't want to|i won't|i won't say|no phone|no contact|no thanks|nothing|не буду");
    private static readonly FrozenSet<string> More = Set("wiecej|pokaz wiecej|pokarz wiecej|pokaz mi wiecej|pokaz dalej|dalej|nastepne|kolejne|jeszcze|co jeszcze|pokaz kolejne|pokaz nastepne|sa jeszcze|wiecej ofert|inne|ще|більше|покажи ще|показати ще|далі|наступні|покажи більше|показати більше|more|show more|next|next page|any more|others|what else|еще|show me more|a jeszcze");
    private static readonly FrozenSet<string> GoOn = Set("dalej|tak|tak dalej|kontynuuj|kontynuujmy|dokoncz|dokonczmy|piszmy dalej|wroc|wrocmy|wracam|wroc do zgloszenia|wracamy do zgloszenia|wracam do zgloszenia|далі|так|продовжити|продовжуй|продовжимо|продовжуймо|назад до звернення|continue|go on|yes|resume|carry on|back|back to my report|let's continue");
    private static readonly FrozenSet<string> Anew = Set("od nowa|zacznij od nowa|zacznijmy od nowa|zaczynamy od nowa|jeszcze raz od nowa|od poczatku|спочатку|почати спочатку|заново|почни спочатку|почнімо спочатку|start over|start again|begin again|from the beginning|start anew");
    private static readonly FrozenSet<string> Leave = Set("zostaw|zostaw to|zostawmy|zostawmy to|zostawiamy|nie|niewazne|залишити|залиш|облиш|залишмо|ні|leave it|leave|drop it|no|never mind");
    private static readonly FrozenSet<string> Stop = Set("stop|стоп|anuluj|відміна|cancel");

    private static readonly string[] Notices = Parts("powiadom|сповіщ|notification");
    private static readonly string[] NoMore = Parts("nie chc|wylacz|wypis|rezygn|wycof|cofam|cofn|odwol|koniec|dosc |bez |не хочу|вимкн|відпис|відмовля|відклик|досить|без |no more|don't want|do not want|dont want|turn off|switch off|unsubscribe|withdraw|stop|without");

    public static bool IsYes(string text) => Yes.Contains(Plain(text));
    public static bool IsNo(string text) => No.Contains(Plain(text));
    public static bool IsSkip(string text) => Skip.Contains(Plain(text));
    public static bool IsMore(string text) => More.Contains(Plain(text));
    /// <summary>To a form that waits.</summary>
    public static bool IsGoOn(string text) => GoOn.Contains(Plain(text));
    public static bool IsAnew(string text) => Anew.Contains(Plain(text));
    public static bool IsLeave(string text) => Leave.Contains(Plain(text));
    public static bool IsStop(string text) => Stop.Contains(Plain(text));

    /// <summary>"Już nie chcę powiadomień": withdraws consents as "stop" does. "Nie dostaję powiadomień" does not.</summary>
    public static bool IsNoMoreNotices(string text) => Plain(text) is { } plain && Has(plain, Notices) && Has(plain, NoMore);

    public static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    private static string Plain(string text)
    {
        if (text.Length > 60) return "";
        string folded = Folding.Fold(text).Replace(",", "", StringComparison.Ordinal);
        return string.Join(' ', folded.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '.', '!', '?', ')', '(', ';');
    }

    private static bool Has(string plain, string[] parts) => Array.Exists(parts, p => plain.Contains(p, StringComparison.Ordinal));

    private static string[] Parts(string phrases) => [.. phrases.Split('|').Select(Folding.Fold)];

    private static FrozenSet<string> Set(string phrases) => phrases.Split('|').Select(Folding.Fold).ToFrozenSet();
}
