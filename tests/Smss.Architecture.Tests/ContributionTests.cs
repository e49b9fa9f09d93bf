using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Data;
using Smss.Abstractions.Modules;
using Smss.Abstractions.Texts;
using Smss.Conversation;
using Smss.Platform.Data;
using Smss.Platform.Hosting;
using Smss.Platform.Modules;
using Smss.Platform.Privacy;

namespace Smss.Architecture.Tests;

/// <summary>What the modules contribute, counted in the real service collection of a host that was built but not started.</summary>
public sealed class ContributionTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("smss-test-").FullName;
    private IServiceCollection _registered = new ServiceCollection();
    private WebApplication? _host;

    private IServiceProvider Services => _host!.Services;
    private IReadOnlyList<ModuleEntry> Enabled => Services.GetRequiredService<ModuleCatalog>().Enabled;

    public ValueTask InitializeAsync()
    {
        _host = SmssHost.Build(["--contentRoot=" + House.Host.Folder, "--Smss:Data:Path=" + _folder], services => _registered = services);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _host!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Every_request_has_one_handler_registered_once()
    {
        var requests = from type in Types()
                       from face in type.GetInterfaces()
                       where face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IRequest<>)
                       select typeof(IRequestHandler<,>).MakeGenericType(type, face.GenericTypeArguments[0]);
        Assert.NotEmpty(requests);
        Assert.All(requests, handler => Assert.Single(_registered, s => s.ServiceType == handler));
    }

    [Fact]
    public void Every_handler_of_a_fact_is_registered_once()
    {
        var handlers = Types().Where(t => t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(INotificationHandler<>)));
        Assert.All(handlers, handler => Assert.Single(_registered, s => s.ServiceType == handler));
        // By interface, MediatR would publish to it a second time.
        Assert.DoesNotContain(_registered, s => s.ServiceType.IsGenericType && s.ServiceType.GetGenericTypeDefinition() == typeof(INotificationHandler<>));
    }

    [Fact]
    public void Tables_begin_with_the_id_of_their_module_and_each_context_keeps_its_own_history()
    {
        ContextRegistration[] contexts = [.. Services.GetServices<ContextRegistration>()];
        Assert.Equal(Enabled.Select(m => m.Id).Order(), contexts.Select(c => c.ModuleId).Order());
        Assert.Equal(contexts.Length, contexts.Select(c => Migrator.HistoryTable(c.Context)).Distinct().Count());
        using IServiceScope scope = Services.CreateScope();
        foreach (ContextRegistration registration in contexts)
        {
            Assert.True(registration.Context is { IsSealed: true, IsPublic: false }, registration.Context.Name);
            var context = (SmssDbContext)scope.ServiceProvider.GetRequiredService(registration.Context);
            string[] tables = [.. context.Model.GetEntityTypes().Select(e => e.GetTableName()!).Where(t => t is not ("platform_outbox" or "platform_audit"))];
            Assert.NotEmpty(tables);
            Assert.All(tables, t => Assert.StartsWith(registration.ModuleId + "_", t, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Routes_of_a_module_lie_on_its_own_ground_and_say_who_may_call_them()
    {
        string[] ids = [.. Enabled.Select(m => m.Id)];
        RouteEndpoint[] routes = [.. ((IEndpointRouteBuilder)_host!).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()];
        int counted = 0;
        foreach (RouteEndpoint route in routes)
        {
            if (route.Metadata.GetMetadata<ITagsMetadata>()?.Tags.FirstOrDefault(ids.Contains) is not { } id) continue;
            counted++;
            Assert.True(Ground(id).Any(g => IsUnder(route.RoutePattern.RawText!, g)), $"{id} has a route outside its ground: {route.RoutePattern.RawText}");
            Assert.True(
                route.Metadata.GetMetadata<IAllowAnonymous>() is not null || route.Metadata.GetMetadata<IAuthorizeData>() is not null,
                $"{route.RoutePattern.RawText} does not say who may call it.");
        }
        Assert.True(counted >= 3, "Routes of modules were found.");
    }

    [Fact]
    public void Pages_of_a_module_lie_on_its_own_ground()
    {
        PageActionDescriptor[] pages =
            [.. Services.GetRequiredService<Microsoft.AspNetCore.Mvc.Infrastructure.IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()];
        int counted = 0;
        foreach (PageActionDescriptor page in pages)
        {
            string folder = page.RelativePath.Split('/')[2].ToLowerInvariant();
            if (Enabled.All(m => m.Id != folder)) continue;
            counted++;
            Assert.True(Ground(folder).Any(g => IsUnder(page.AttributeRouteInfo!.Template!, g)), $"{page.RelativePath} answers {page.AttributeRouteInfo!.Template}");
        }
        Assert.True(counted >= 5, "Pages of modules were found.");
    }

    [Fact]
    public void Ids_begin_with_their_module_and_what_people_see_has_a_text()
    {
        var texts = Services.GetRequiredService<ITexts>();
        (string Module, string Id)[] ids =
        [
            .. Services.GetRequiredService<TopicCatalog>().All.Select(t => (t.ModuleId, t.Id)),
            .. Services.GetServices<Permission>().Select(p => (p.ModuleId, p.Id)),
            .. Services.GetServices<JobRegistration>().Select(j => (j.ModuleId, j.Key)),
        ];
        Assert.All(ids, id => Assert.StartsWith(id.Module + ".", id.Id, StringComparison.Ordinal));
        string[] seen =
        [
            .. Services.GetServices<MenuButton>().Select(m => m.TextKey), .. Services.GetServices<Segment>().Select(s => s.TitleKey),
            .. Services.GetServices<Permission>().Select(p => p.Id), .. Services.GetServices<PanelLink>().Select(l => l.TitleKey),
        ];
        Assert.True(seen.Length > 5, "Contributions were found.");
        Assert.All(seen, key => Assert.True(texts.Has(key), key));
    }

    /// <summary>Rows of the house have ids that are numbers; a text that ends in "Id" is somebody's name in their channel.</summary>
    [Fact]
    public void What_keeps_a_resident_declares_it()
    {
        using IServiceScope scope = Services.CreateScope();
        int keep = 0;
        foreach (ContextRegistration registration in Services.GetServices<ContextRegistration>())
        {
            var context = (SmssDbContext)scope.ServiceProvider.GetRequiredService(registration.Context);
            string[] ids =
            [
                .. context.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
                    .Where(p => p.ClrType == typeof(string) && p.Name.EndsWith("Id", StringComparison.Ordinal) && p.Name is not ("Id" or "ExternalId"))
                    .Select(p => $"{p.DeclaringType.ShortName()}.{p.Name}"),
            ];
            keep += ids.Length;
            Assert.True(
                ids.Length == 0 || Services.GetServices<PersonalDataRegistration>().Any(d => d.ModuleId == registration.ModuleId),
                $"{registration.ModuleId} keeps residents in {string.Join(", ", ids)} and declares no personal data.");
        }
        Assert.True(keep >= 5, "Columns with residents were found.");
    }

    [Fact]
    public void What_is_kept_of_people_says_why_how_long_and_what_becomes_of_it()
    {
        using IServiceScope scope = Services.CreateScope();
        var texts = Services.GetRequiredService<ITexts>();
        var ids = new HashSet<string>();
        foreach (PersonalDataRegistration registration in Services.GetServices<PersonalDataRegistration>())
        {
            var data = (IPersonalData)scope.ServiceProvider.GetRequiredService(registration.Data);
            Assert.StartsWith(registration.ModuleId + ".data.", data.Id, StringComparison.Ordinal);
            Assert.True(ids.Add(data.Id), $"{data.Id} is declared twice.");
            Assert.True(data.Days is null or > 0, $"{data.Id} is kept for {data.Days} days.");
            string[] told = data is HouseRecord ? ["", ".why", ".kept"] : ["", ".what", ".why", ".kept", ".erased"];
            Assert.All(told, end => Assert.True(texts.Has(data.Id + end), $"{data.Id}{end} has no text."));
            Assert.True(texts.Has("platform.basis." + data.Basis.ToString().ToLowerInvariant()), $"{data.Basis} has no text.");
        }
        Assert.True(ids.Count >= 8, "Declarations were found.");
    }

    private IEnumerable<Type> Types() => Enabled.SelectMany(m => m.Assembly.GetTypes()).Where(t => t is { IsAbstract: false, IsInterface: false });

    private IEnumerable<string> Ground(string id) => Services.GetServices<Segment>().Where(s => s.ModuleId == id).Select(s => s.Name).Append("api/" + id).Append("panel/" + id);

    private static bool IsUnder(string route, string ground) =>
        route.Trim('/') == ground || route.TrimStart('/').StartsWith(ground + "/", StringComparison.Ordinal);
}
