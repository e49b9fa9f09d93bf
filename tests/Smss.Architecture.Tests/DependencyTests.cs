using System.Reflection;
using Smss.Abstractions.Modules;

namespace Smss.Architecture.Tests;

/// <summary>Dependencies run one way: host → modules, platform → … → abstractions. No module names another.</summary>
public sealed class DependencyTests
{
    /// <summary>What a project may reference of ours, directly or through what it references.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Smss.Understanding"] = [],
        ["Smss.BotFramework"] = [],
        ["Smss.Abstractions"] = ["Smss.Understanding"],
        ["Smss.Conversation"] = ["Smss.Abstractions", "Smss.Understanding"],
        ["Smss.Platform"] = ["Smss.Abstractions", "Smss.BotFramework", "Smss.Conversation", "Smss.Understanding"],
    };

    [Fact]
    public void The_modules_found_are_the_folders_under_modules()
    {
        Assert.True(House.Modules.Count >= 3, "Found only: " + string.Join(", ", House.Modules));
        Assert.All(House.Modules, m => Assert.StartsWith("Smss.Modules.", m.Name, StringComparison.Ordinal));
        Assert.Equal(House.Modules.Select(m => m.Name["Smss.Modules.".Length..].ToLowerInvariant()), House.Modules.Select(m => Declared(m).Id));
        Assert.All(House.Modules, m => Assert.Equal(m.Assembly, Declared(m).Entry.Assembly));
    }

    [Fact]
    public void A_module_references_the_abstractions_only()
    {
        Assert.All(House.Modules, m => Assert.Equal(["Smss.Abstractions"], m.References));
        Assert.All(House.Modules, m => Assert.Subset(new HashSet<string> { "Smss.Abstractions", "Smss.Understanding" }, Ours(m.Assembly)));
    }

    [Fact]
    public void A_shared_project_references_only_what_lies_below_it()
    {
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), House.Shared.Select(p => p.Name));
        foreach (Project project in House.Shared)
        {
            Assert.Subset(Allowed[project.Name].ToHashSet(), project.References.ToHashSet());
            Assert.Subset(Allowed[project.Name].ToHashSet(), Ours(project.Assembly));
        }
    }

    [Fact]
    public void The_host_references_all_modules_and_names_none()
    {
        Assert.Subset(House.Host.References.ToHashSet(), House.Modules.Select(m => m.Name).ToHashSet());
        foreach (string file in (string[])[.. House.Sources(House.Host.Folder), .. House.Sources(House.Host.Folder, "*.csproj"), .. House.Sources(House.Host.Folder, "appsettings*.json")])
            Assert.All(House.Modules, m => Assert.DoesNotContain(m.Name, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Ours(House.Host.Assembly), name => name.StartsWith("Smss.Modules.", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_references_the_host() =>
        Assert.All(House.All, p => Assert.DoesNotContain("Smss.Host", p.References));

    [Fact]
    public void The_shared_projects_name_no_module()
    {
        foreach (Project project in House.Shared)
            foreach (string file in House.Sources(project.Folder))
                Assert.All(House.Modules, m => Assert.DoesNotContain(m.Name, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void All_types_of_a_module_are_internal_but_its_entry()
    {
        foreach (Project module in House.Modules)
        {
            // The page compiler makes a public class of every page, and pages need public models.
            IEnumerable<string> open = module.Assembly.GetExportedTypes()
                .Where(t => !t.IsNested && t.Namespace?.StartsWith("AspNetCore", StringComparison.Ordinal) != true && !IsPageModel(t)).Select(t => t.FullName!);
            Assert.Equal([Declared(module).Entry.FullName!], open);
        }
    }

    private static bool IsPageModel(Type type) =>
        type.IsSubclassOf(typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel)) || type.IsSubclassOf(typeof(Microsoft.AspNetCore.Mvc.Razor.RazorPageBase));

    private static SmssModuleAttribute Declared(Project module) =>
        module.Assembly.GetCustomAttribute<SmssModuleAttribute>() ?? throw new InvalidOperationException($"{module} declares no module.");

    private static HashSet<string> Ours(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Smss.", StringComparison.Ordinal))];
}
