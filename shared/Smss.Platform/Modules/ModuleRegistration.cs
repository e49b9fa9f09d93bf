using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Data;
using Smss.Abstractions.Facts;
using Smss.Abstractions.Modules;
using Smss.Platform.Plugins;
using Smss.Platform.Plugins.Guarded;

namespace Smss.Platform.Modules;

/// <summary>Registers the enabled modules: their contributions, and by one scan each their handlers and validators.</summary>
internal static class ModuleRegistration
{
    public static void AddModules(this IServiceCollection services, ModuleCatalog catalog, IConfiguration configuration)
    {
        services.AddSingleton(catalog);
        services.AddScoped<IMediator>(provider => new Mediator(provider.GetRequiredService!));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
        foreach (ModuleEntry module in catalog.Enabled)
        {
            if (module.Plugin is null) Register(services, module, configuration);
            else services.AddPlugin(module.Plugin, own => Register(own, module, configuration));
        }
        services.AddSingleton<FactCatalog>();
    }

    public static IModule Instance(ModuleEntry module) => (IModule)Activator.CreateInstance(module.EntryType)!;

    private static void Register(IServiceCollection services, ModuleEntry module, IConfiguration configuration)
    {
        Scan(services, module.Assembly);
        foreach (FactHandler handler in HandlersOf(module))
        {
            if (module.Plugin is not null) services.AddTransient(handler.Handler);
            services.AddSingleton(handler);
        }
        Instance(module).Register(new ModuleBuilder(module.Id, module.Plugin is not null, services, configuration.GetSection("Smss:" + module.Id)));
    }

    /// <summary>Scanned twice, a handler would run twice: this is the only scan.</summary>
    private static void Scan(IServiceCollection services, Assembly assembly) => services.Scan(scan => scan
        .FromAssemblies(assembly)
        .AddClasses(c => c.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false).AsImplementedInterfaces().WithTransientLifetime()
        .AddClasses(c => c.AssignableTo(typeof(INotificationHandler<>)), publicOnly: false).AsSelf().WithTransientLifetime()
        .AddClasses(c => c.AssignableTo(typeof(IValidator<>)), publicOnly: false).AsImplementedInterfaces().WithSingletonLifetime());

    private static IEnumerable<FactHandler> HandlersOf(ModuleEntry module) =>
        from type in module.Assembly.GetTypes()
        where type is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false }
        from listens in type.GetInterfaces()
        where listens.IsGenericType && listens.GetGenericTypeDefinition() == typeof(INotificationHandler<>)
        let fact = listens.GenericTypeArguments[0]
        let id = fact.GetCustomAttribute<FactAttribute>()?.Id ?? throw new InvalidOperationException($"{fact.Name} has no [Fact] id.")
        let called = module.Plugin is null ? type : typeof(GuardedFactHandler<,>).MakeGenericType(type, fact)
        select new FactHandler($"{module.Id}.{Naming.Snake(type.Name).Replace('_', '-')}", id, fact, called);
}

/// <summary>A request that is not valid never reaches its handler.</summary>
internal sealed class Validation<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        foreach (IValidator<TRequest> validator in validators) await validator.ValidateAndThrowAsync(request, cancellationToken);
        return await next();
    }
}
