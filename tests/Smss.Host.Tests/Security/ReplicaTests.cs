using System.Net;
using Smss.Abstractions;
using Smss.Host.Tests.Panel;
using Smss.Platform.Data;

namespace Smss.Host.Tests.Security;

/// <summary>Two hosts over one database are one house: forms, sessions and their end count on both.</summary>
public sealed class ReplicaTests
{
    [Fact]
    public async Task A_form_of_one_host_is_taken_by_the_other_and_an_ended_session_has_ended_on_both()
    {
        await using TestHost one = await TestHost.StartAsync(Db.Postgres);
        await using TestHost two = await TestHost.StartAsync(new HostSetup
        {
            Settings = ["--Smss:Database:Provider=postgres", "--ConnectionStrings:Smss=" + one.Get<Database>().ConnectionString],
        });
        using StaffBrowser admin = await StaffBrowser.FirstAsync(one);
        string there = two.Http.BaseAddress!.ToString().TrimEnd('/');

        string form = await StaffBrowser.TextAsync(await admin.GetAsync("/panel/platform/konta"));
        using HttpResponseMessage taken = await admin.PostAsync(form, there + "/panel/platform/konta", ("name", "l.liderka"), ("roles", "socialleader"));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(1, one.Get<Database>().Count("platform_account", "user_name = 'l.liderka'"));

        using StaffBrowser centre = await admin.ColleagueAsync("c.centrum", StaffRoles.CentreStaff);
        Assert.Equal(HttpStatusCode.OK, await centre.StatusAsync(there + "/panel/initiatives"));
        const string role = "/panel/platform/role/centrestaff";
        string roles = await StaffBrowser.TextAsync(await admin.GetAsync(role));
        Assert.Equal(HttpStatusCode.Redirect, (await admin.PostAsync(roles, role + "?handler=Save", ("permissions", "platform.audit"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await centre.StatusAsync(there + "/panel/initiatives"));
        string account = "/panel/platform/konta/" + one.Get<Database>().Strings("SELECT lower(CAST(id AS text)) FROM platform_account WHERE user_name = 'c.centrum'").Single();
        await admin.PostAsync(account, account + "?handler=Enabled", ("enabled", "false"));
        Assert.Equal(HttpStatusCode.Redirect, await centre.StatusAsync(there + "/panel/platform/dziennik"));
    }

    [Theory, InlineData(Db.Sqlite), InlineData(Db.Postgres)]
    public async Task A_form_and_a_session_outlive_a_restart(Db db)
    {
        await using TestHost host = await TestHost.StartAsync(db);
        using StaffBrowser admin = await StaffBrowser.FirstAsync(host);
        string form = await StaffBrowser.TextAsync(await admin.GetAsync("/panel/platform/konta"));
        await host.RestartAsync();
        using HttpResponseMessage taken = await admin.PostAsync(form, new Uri(host.Http.BaseAddress!, "/panel/platform/konta").ToString(), ("name", "l.liderka"), ("roles", "socialleader"));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal(1, host.Get<Database>().Count("platform_account", "user_name = 'l.liderka'"));
    }
}
