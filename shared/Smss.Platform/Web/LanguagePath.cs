using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Smss.Abstractions.Web;
using Smss.Understanding;

namespace Smss.Platform.Web;

/// <summary>Cuts <c>/uk</c> and <c>/en</c> off the path before routing: one page, three languages, no cookie.</summary>
internal static class LanguagePath
{
    public static void UseLanguagePath(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        foreach (Language language in Languages.Spoken)
        {
            if (language == Language.Pl || !context.Request.Path.StartsWithSegments("/" + language.Code(), out PathString rest)) continue;
            context.Request.Path = rest.HasValue ? rest : new PathString("/");
            context.SetLanguage(language);
            break;
        }
        return next(context);
    });
}
