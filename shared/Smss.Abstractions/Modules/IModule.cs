using Microsoft.AspNetCore.Routing;

namespace Smss.Abstractions.Modules;

/// <summary>One module: lists everything it contributes, in one readable file. Built-in modules and plugins alike.</summary>
public interface IModule
{
    /// <summary>Lists the contributions. Called once per host, only when the module is enabled.</summary>
    void Register(IModuleBuilder module);

    /// <summary>Maps the module's own endpoints below <c>/api/&lt;id&gt;</c> and its declared public segments.</summary>
    void Map(IModuleRoutes routes) { }
}

/// <summary>Where a module may put its endpoints. Each must say who may call it: a permission, or <c>AllowAnonymous()</c>.</summary>
public interface IModuleRoutes
{
    /// <summary><c>/api/&lt;id&gt;</c>, tagged with the module's id and described by OpenAPI.</summary>
    IEndpointRouteBuilder Api { get; }

    /// <summary><c>/&lt;segment&gt;</c>, a public segment declared with <see cref="IModuleBuilder.AddSegment"/>.</summary>
    /// <exception cref="InvalidOperationException">The segment was not declared.</exception>
    IEndpointRouteBuilder Segment(string segment);
}
