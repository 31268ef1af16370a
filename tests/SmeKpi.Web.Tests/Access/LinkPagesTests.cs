using System.Net;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access.Passwords;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

public sealed class LinkPagesTests(SeededDatabase seeded)
{
    [Fact]
    public async Task SetUp_Link_MakesTheFirstAccountOnce()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        using Browser browser = server.Open();
        string path = (await server.Get<LinkDesk>().IssueSetUpAsync())!.Path;

        Answer weak = await FillAsync(browser, path, "first", "weak");
        Answer made = await FillAsync(browser, path, "first", AccountServer.Password);
        Answer again = await browser.GetAsync(path);

        Assert.NotNull(weak.Page.QuerySelector("ul.fault"));
        Assert.Equal("/signin", made.Location);
        Assert.Null(again.Page.QuerySelector("main form"));
        Account account = Assert.Single(await server.Accounts.ListAsync());
        Assert.Equal(("first", Role.SecurityAdministrator), (account.Name, account.Facts.Role));
        Assert.Equal("/account", (await browser.SignInAsync("first")).Location);
        Assert.Equal("/account/second-factor", (await browser.GetAsync("/account")).Location);
    }

    [Theory]
    [InlineData("/setup")]
    [InlineData("/setup?secret=guess")]
    [InlineData("/welcome?secret=guess")]
    public async Task Link_Guessed_ShowsNoForm(string path)
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        using Browser browser = server.Open();

        Answer answer = await browser.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Null(answer.Page.QuerySelector("main form"));
        Assert.NotNull(answer.Alert);
    }

    [Fact]
    public async Task Welcome_Invitation_SetsThePasswordOnce()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded, PasswordProfile.Asvs);
        using Browser browser = server.Open();
        string path = (await server.Accounts.InviteAsync(
            "wang.li", new AccountFacts("W", Role.Analyst, null, []), Actor.Program)).Link!.Path;

        Answer own = await WelcomeAsync(browser, path, "my name is wang.li today");
        Answer differs = await browser.SendAsync(
            path, ("Password", "seven grey herons wade"), ("Repeated", "seven grey herons wait"));
        Answer done = await WelcomeAsync(browser, path, "seven grey herons wade");

        Assert.NotNull(own.Page.QuerySelector("ul.fault"));
        Assert.NotNull(differs.Page.QuerySelector("ul.fault"));
        Assert.Equal("/signin", done.Location);
        Assert.Null((await browser.GetAsync(path)).Page.QuerySelector("main form"));
        Assert.Equal("/account", (await browser.SignInAsync("wang.li", "seven grey herons wade")).Location);
    }

    [Fact]
    public async Task Account_AtTheMachineWithoutAccounts_SaysSo()
    {
        using TemporaryFolder folder = new();
        string data = await seeded.CopyEmptyAsync(folder);

        RunResult list = await Smekpi.RunAsync("account", "list", "--data", data);
        RunResult unknown = await Smekpi.RunAsync("account", "reset", "nobody", "--data", data);

        Assert.Equal((0, ""), (list.ExitCode, list.Output));
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("there is no account 'nobody'", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Account_ResetOfSomebody_IsPrintedAndRecorded()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        await server.JoinAsync("wang.li");

        RunResult run = await Smekpi.RunAsync("account", "reset", "wang.li", "--data", server.Data);

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.StartsWith("http://127.0.0.1:5080/welcome?secret=", Assert.Single(run.Lines), StringComparison.Ordinal);
        object?[] entry = new DatabaseFile(server.Data).Rows(
            "SELECT actor, action, target FROM audit ORDER BY number DESC LIMIT 1")[0];
        Assert.Equal(["smekpi", "account", "wang.li"], entry);
    }

    private static Task<Answer> FillAsync(Browser browser, string path, string name, string password) => browser.SendAsync(
        path, ("Name", name), ("DisplayName", "First"), ("Password", password), ("Repeated", password));

    private static Task<Answer> WelcomeAsync(Browser browser, string path, string password) =>
        browser.SendAsync(path, ("Password", password), ("Repeated", password));
}
