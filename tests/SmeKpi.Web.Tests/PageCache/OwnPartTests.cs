using System.Net;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Tests.Access;

namespace SmeKpi.Web.Tests.PageCache;

/// <summary>Around a shared page everybody keeps what is theirs.</summary>
public sealed class OwnPartTests(AccountSite site) : IClassFixture<AccountSite>
{
    [Fact]
    public async Task Get_TwoAccountsOfOneRole_SeeTheirOwnNamesAndTokens()
    {
        using HttpClient first = await site.SignInAsync(await site.InviteAsync("first-reader"));
        using HttpClient second = await site.SignInAsync(await site.InviteAsync("second-reader"));

        Answer one = await new Browser(first).GetAsync("/");
        Answer other = await new Browser(second).GetAsync("/");
        Answer again = await new Browser(first).GetAsync("/");

        Assert.Equal(("first-reader", "second-reader", "first-reader"), (Name(one), Name(other), Name(again)));
        Assert.DoesNotContain("first-reader", other.Text, StringComparison.Ordinal);
        Assert.NotEqual(Token(one), Token(other));
        Assert.Single(again.Page.QuerySelectorAll("script[src^='session']"));
    }

    [Fact]
    public async Task SignOut_FromASharedPage_EndsTheSessionAndThePage()
    {
        using HttpClient client = await site.SignInAsync(await site.InviteAsync("leaving"));
        Browser browser = new(client);
        await browser.GetAsync("/measures");
        Answer page = await browser.GetAsync("/measures");
        Answer left = await browser.PostAsync("/signout", new() { ["__RequestVerificationToken"] = Token(page) });
        Answer after = await browser.GetAsync("/measures");

        Assert.Equal("/signin", left.Location);
        Assert.Equal(HttpStatusCode.Found, after.Status);
    }

    [Fact]
    public async Task Disable_AfterThePageWasKept_IsAnsweredLikeAVisitor()
    {
        Account account = await site.InviteAsync("disabled-reader");
        using HttpClient client = await site.SignInAsync(account);
        Browser browser = new(client);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);

        await site.Get<AccountDesk>().DisableAsync(account.Id, AccountSite.Administrator, TestContext.Current.CancellationToken);
        site.Get<Web.Access.Sessions.LiveSessions>().Forget();

        Assert.StartsWith("/signin", (await browser.GetAsync("/")).Location, StringComparison.Ordinal);
    }

    private static string? Name(Answer answer) => answer.Page.QuerySelector(".session-bar a")?.TextContent;

    private static string Token(Answer answer) => answer.Page.QuerySelector(".session-bar input")!.GetAttribute("value")!;
}
