namespace Smss.Understanding;

/// <summary>An occupation as people say it, with its code in the Polish classification.</summary>
/// <param name="Code">Six digits of KZiS 2023; several spoken names may share one.</param>
/// <param name="NamePl">Nominative singular, lower case ("spawacz").</param>
/// <param name="NameUk">The same in Ukrainian, where known.</param>
/// <param name="NameEn">The same in English, where known.</param>
public sealed record Occupation(string Code, string NamePl, string? NameUk, string? NameEn);
