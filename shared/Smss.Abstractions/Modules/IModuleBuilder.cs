using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Smss.Abstractions.Conversation;
using Smss.Abstractions.Data;

namespace Smss.Abstractions.Modules;

/// <summary>
/// The one place where contributions are named; each is stamped with the module's id.
/// Request handlers, fact handlers and validators are found by one scan of the module's assembly, never added by hand.
/// Texts, utterances and pages are embedded in the assembly (<c>Texts/&lt;lang&gt;.json</c>, <c>Utterances/&lt;intent&gt;.&lt;lang&gt;.txt</c>).
/// </summary>
public interface IModuleBuilder
{
    /// <summary>The module's id.</summary>
    string Id { get; }

    /// <summary>The ordinary service collection, for readers and services of the module's own.</summary>
    IServiceCollection Services { get; }

    /// <summary>Section <c>Smss:&lt;id&gt;</c> of the configuration.</summary>
    IConfiguration Configuration { get; }

    /// <summary>
    /// The module's database context: migrations, history table and health check follow from the id. Ask for it as <see cref="Lazy{T}"/>
    /// where most turns need none: making one costs more than a prepared statement.
    /// </summary>
    IModuleBuilder AddDb<TContext>() where TContext : SmssDbContext;

    /// <summary>Something the bot can talk about.</summary>
    IModuleBuilder AddTopic<TTopic>() where TTopic : class, ITopic;

    /// <summary>Questions the bot asks one after another.</summary>
    IModuleBuilder AddForm<TForm>() where TForm : Form;

    /// <summary>A button of the chat's menu.</summary>
    /// <param name="textKey">Text of the button, and what pressing it says.</param>
    /// <param name="order">Smaller comes first.</param>
    IModuleBuilder AddMenu(string textKey, int order);

    /// <summary>A public segment (<c>praca</c>) and its entry in the site's navigation.</summary>
    /// <param name="segment">First part of the path, a short Polish word. Two modules claiming one is a start-up error.</param>
    /// <param name="titleKey">Text of the navigation link.</param>
    /// <param name="order">Smaller comes first.</param>
    IModuleBuilder AddSegment(string segment, string titleKey, int order);

    /// <summary>Work at fixed times, in the city's time zone.</summary>
    /// <param name="name">Unique in the module (<c>roll</c> becomes <c>activitycentre.roll</c>).</param>
    /// <param name="cron">Quartz cron expression, local time of the city.</param>
    IModuleBuilder AddJob<TJob>(string name, string cron) where TJob : class, IModuleJob;

    /// <summary>A right that routes and pages ask for with <c>[Authorize("initiatives.decide")]</c>; its id is also the key of its name.</summary>
    /// <param name="id">Begins with the module's id.</param>
    /// <param name="roles">The shipped roles that hold it until the city decides otherwise.</param>
    /// <param name="personalData">Whether it shows what is known of people: who holds it must sign in with a second factor.</param>
    IModuleBuilder AddPermission(string id, StaffRoles roles, bool personalData = false);

    /// <summary>An entry of the panel's navigation, for those who hold the permission.</summary>
    /// <param name="path">Below <c>/panel/&lt;id&gt;</c>.</param>
    /// <param name="titleKey">Text of the link.</param>
    /// <param name="permission">What the page asks for.</param>
    /// <param name="order">Smaller comes first.</param>
    IModuleBuilder AddPanelLink(string path, string titleKey, string permission, int order);

    /// <summary>What needs doing today, for the panel's first page of those who hold the permission.</summary>
    IModuleBuilder AddMyDay<TDay>(string permission) where TDay : class, IMyDay;

    /// <summary>Rows for the sample city, loaded while <c>Smss:SampleData</c> is true.</summary>
    IModuleBuilder AddSampleData<TSample>() where TSample : class, ISampleData;

    /// <summary>What the <c>import</c> command can read.</summary>
    IModuleBuilder AddImport<TImport>() where TImport : class, IImport;

    /// <summary>A kind of data that the module keeps about residents. A module that stores a resident's id must declare it; a test fails otherwise.</summary>
    IModuleBuilder AddPersonalData<TData>() where TData : class, IPersonalData;
}
