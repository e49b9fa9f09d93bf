using System.Globalization;
using Smss.Modules.Leaders.HoursFromChat;
using Smss.Modules.Leaders.Model;
using Smss.Understanding;

namespace Smss.Unit.Tests.Leaders;

/// <summary>What leaders write about a day, in three languages.</summary>
public class WishWordsTests
{
    [Theory]
    [InlineData("dziś zamykam o 15", "Until 15:00")]
    [InlineData("zamykamy dzisiaj o szesnastej", "Until 16:00")]
    [InlineData("dziś tylko do 13 bo mam lekarza", "Until 13:00")]
    [InlineData("dziś dłużej, do 19", "Until 19:00")]
    [InlineData("zamknięte dziś od 13", "Until 13:00")]
    [InlineData("dzisiaj po 14 zamknięte", "Until 14:00")]
    [InlineData("dzisiaj wyjątkowo zamykam wpół do trzeciej", "Until 14:30")]
    [InlineData("spóźnię się, otworzę o 9:30", "From 09:30")]
    [InlineData("jutro zaczynam o 10", "From 10:00")]
    [InlineData("nieczynne jutro do 11", "From 11:00")]
    [InlineData("dziś punkt zamknięty do 12", "From 12:00")]
    [InlineData("jutro czynne tylko od 10 do 14", "Between 10:00 14:00")]
    [InlineData("proszę zmienić godziny na dziś: 9-13", "Between 09:00 13:00")]
    [InlineData("zmieniam godziny na dzisiaj, 8:00-12:00", "Between 08:00 12:00")]
    [InlineData("dziś przerwa od 12 do 13", "Break 12:00 13:00")]
    [InlineData("dziś nieczynne od 12 do 14 bo szkolenie", "Break 12:00 14:00")]
    [InlineData("jutro nieczynne", "Closed")]
    [InlineData("nie otwieram dziś punktu", "Closed")]
    [InlineData("nie będzie mnie w czwartek", "Closed")]
    [InlineData("zamykam teraz", "UntilNow")]
    [InlineData("dziś jednak otwarte normalnie", "Usual")]
    [InlineData("dziś jednak nie zamykam", "Usual")]
    [InlineData("jednak dziś jak zwykle", "Usual")]
    [InlineData("cofnij zmianę godzin", "Undo")]
    [InlineData("dziś zamykam", "Unclear")]
    public void Polish(string text, string expected) => Assert.Equal(expected, Read(text, Language.Pl));

    [Theory]
    [InlineData("сьогодні зачиняю о 15", "Until 15:00")]
    [InlineData("сьогодні тільки до 13, бо йду до лікаря", "Until 13:00")]
    [InlineData("сьогодні після 14 зачинено", "Until 14:00")]
    [InlineData("завтра відчиняю об 11", "From 11:00")]
    [InlineData("завтра зачинено до 11", "From 11:00")]
    [InlineData("у суботу буду з 10 до 13", "Between 10:00 13:00")]
    [InlineData("сьогодні перерва з 12 до 13", "Break 12:00 13:00")]
    [InlineData("завтра зачинено", "Closed")]
    [InlineData("у понеділок не працюємо", "Closed")]
    [InlineData("мене не буде в четвер у пункті", "Closed")]
    [InlineData("зачиняю зараз", "UntilNow")]
    [InlineData("сьогодні все ж працюємо як завжди", "Usual")]
    [InlineData("скасуй зміну годин", "Undo")]
    public void Ukrainian(string text, string expected) => Assert.Equal(expected, Read(text, Language.Uk));

    [Theory]
    [InlineData("closing at 3 today", "Until 15:00")]
    [InlineData("I'm closing at 3 pm today", "Until 15:00")]
    [InlineData("I work until 3 today", "Until 15:00")]
    [InlineData("closed from 1 pm today", "Until 13:00")]
    [InlineData("opening late today, at 10", "From 10:00")]
    [InlineData("closed until 11 tomorrow", "From 11:00")]
    [InlineData("tomorrow open only from 10 to 2", "Between 10:00 14:00")]
    [InlineData("break today from 12 to 1", "Break 12:00 13:00")]
    [InlineData("closed tomorrow", "Closed")]
    [InlineData("I won't be there on Thursday", "Closed")]
    [InlineData("closing now", "UntilNow")]
    [InlineData("open as usual today after all", "Usual")]
    [InlineData("undo the change of hours", "Undo")]
    public void English(string text, string expected) => Assert.Equal(expected, Read(text, Language.En));

    /// <summary>Days in figures are no hours.</summary>
    [Theory]
    [InlineData("2026-12-31 nieczynne")]
    [InlineData("31.12 zamknięte")]
    public void A_date_is_no_time(string text) => Assert.Equal("Closed", Read(text, Language.Pl));

    private static string Read(string text, Language language)
    {
        DayWish wish = new WishWords(said => TimeOnly.TryParseExact(
            SlotReader.Default.Read(said, new DateOnly(2026, 11, 23), language).Time, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null, language switch { Language.Uk => "о", Language.En => "at", _ => "o" }).Read(text);
        return string.Join(' ', new[] { wish.Kind.ToString(), wish.From?.ToString("HH:mm", CultureInfo.InvariantCulture), wish.Until?.ToString("HH:mm", CultureInfo.InvariantCulture) }.OfType<string>());
    }
}
