using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Smss.BotFramework.DirectLine;

/// <summary>Puts a Direct Line 3.0 server into an ASP.NET Core application.</summary>
public static class DirectLineRegistration
{
    /// <summary>Where the server is mapped.</summary>
    public const string BasePath = "/v3/directline";

    private const int ShortestKey = 32;

    /// <summary>
    /// Registers the server. The application registers an <see cref="IConversationLog"/> (a singleton) and tells
    /// <see cref="DirectLineHub"/> what it commits. Options are read at the first request.
    /// </summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, Action<DirectLineOptions, IServiceProvider> configure)
    {
        services.AddOptions<DirectLineOptions>()
            .Configure(configure)
            .Validate(o => o.SigningKey.Length >= ShortestKey, $"{nameof(DirectLineOptions.SigningKey)} has fewer than {ShortestKey} bytes.");
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DirectLineHub>();
        services.AddSingleton<Signer>();
        services.AddSingleton(s => new DirectLineTokens(
            s.GetRequiredService<Signer>(), s.GetRequiredService<IOptions<DirectLineOptions>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<StreamTickets>();
        services.AddSingleton<Gate>();
        services.AddSingleton<TokenEndpoints>();
        services.AddSingleton<ConversationEndpoints>();
        services.AddSingleton<ActivityEndpoints>();
        services.AddSingleton<StreamEndpoint>();
        return services;
    }

    /// <summary>Maps the server's routes; WebSockets and CORS are seen to.</summary>
    public static IEndpointConventionBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup(BasePath);
        group.MapPost("/tokens/generate", Serve<TokenEndpoints>((e, http) => e.GenerateAsync(http)));
        group.MapPost("/tokens/refresh", Serve<TokenEndpoints>((e, http) => e.RefreshAsync(http)));
        group.MapGet("/session/getsessionid", Serve(TokenEndpoints.SessionAsync));
        group.MapPost("/conversations", Serve<ConversationEndpoints>((e, http) => e.StartAsync(http)));
        group.MapGet("/conversations/{id}", Serve<ConversationEndpoints>((e, http, id) => e.ReconnectAsync(http, id)));
        group.MapPost("/conversations/{id}/activities", Serve<ActivityEndpoints>((e, http, id) => e.PostAsync(http, id)));
        group.MapGet("/conversations/{id}/activities", Serve<ActivityEndpoints>((e, http, id) => e.GetAsync(http, id)));
        var stream = endpoints.CreateApplicationBuilder();
        stream.UseWebSockets().Run(Serve<StreamEndpoint>((e, http, id) => e.OpenAsync(http, id)));
        // HTTP/2 opens a WebSocket by CONNECT.
        group.MapMethods("/conversations/{id}/stream", [HttpMethods.Get, HttpMethods.Connect], stream.Build());
        group.MapMethods("/{**path}", [HttpMethods.Options], (RequestDelegate)CrossOrigin.AnswerPreflight);
        group.Map("/{**path}", Serve(_ => Task.FromResult<Refusal?>(Refusal.NoRoute)));
        // The protocol has doors and brakes of its own: what the house does for its pages later in the pipeline is not for it.
        group.AllowAnonymous().ShortCircuit();
        return group;
    }

    private static RequestDelegate Serve<T>(Func<T, HttpContext, string, Task<Refusal?>> endpoint) where T : notnull =>
        Serve<T>((e, http) => http.Request.RouteValues["id"] is string id && ConversationId.IsWellFormed(id)
            ? endpoint(e, http, id)
            : Task.FromResult<Refusal?>(Refusal.NoConversation));

    private static RequestDelegate Serve<T>(Func<T, HttpContext, Task<Refusal?>> endpoint) where T : notnull =>
        Serve(http => endpoint(http.RequestServices.GetRequiredService<T>(), http));

    private static RequestDelegate Serve(Func<HttpContext, Task<Refusal?>> endpoint) => async http =>
    {
        CrossOrigin.Allow(http);
        Refusal? refusal;
        try
        {
            refusal = await endpoint(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException e)
        {
            refusal = e.StatusCode == StatusCodes.Status413PayloadTooLarge ? Refusal.TooLarge : Refusal.BadArgument("The request is malformed.");
        }
        catch (Exception e)
        {
            http.RequestServices.GetRequiredService<ILogger<DirectLineHub>>().LogError(e, "{Method} {Path} failed", http.Request.Method, http.Request.Path);
            refusal = Refusal.Unavailable;
        }
        if (refusal is not null && !http.Response.HasStarted)
            await refusal.WriteAsync(http.Response);
    };
}
