using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access;

namespace SmeKpi.Browser.Tests;

/// <summary>One's own access tokens, on a phone and in both languages.</summary>
public sealed class TokensPageTests(Site site, DoorTests.RealSite real) : IClassFixture<DoorTests.RealSite>
{
    private const int Phone = 360;

    [Theory]
    [InlineData("light", "zh-CN")]
    [InlineData("dark", "en")]
    public async Task Tokens_MadeAndRevoked_OnAPhoneWithoutAFault(string theme, string language)
    {
        Account account = await real.JoinAsync($"tokens.{language}");
        OpenedSession session = (await real.Get<SignInDesk>().EnterAsync(
            account.Id, "test", confirmed: true, null, TestContext.Current.CancellationToken)).Session!;
        await using Visit visit = await site.VisitAsync(
            "/signin", language, theme, Phone, height: 720, address: real.Address);
        IPage page = visit.Page;
        await visit.Context.AddCookiesAsync([new Cookie { Name = "smekpi-session", Value = session.Key, Url = real.Address }]);

        await page.GotoAsync("/account/tokens");
        await AssertFaultlessAsync(page);
        await page.FillAsync("[name=name]", "A rather long name of a token for the monthly report");
        await page.Locator("[name=scope]").First.CheckAsync();
        await page.ClickAsync(".token-form button");

        string token = await page.InputValueAsync(".token-secret");
        Assert.True(TokenText.IsFit(token), token);
        await AssertFaultlessAsync(page);

        await page.ClickAsync(".token-form button");
        Assert.NotEqual(0, await page.Locator("input:invalid").CountAsync());

        await page.ClickAsync(".token-revoke");
        Assert.Equal(0, await page.Locator(".token-revoke").CountAsync());
        Assert.Equal(1, await page.Locator(".token-told").CountAsync());
        await AssertFaultlessAsync(page);
        KnownToken known = (await real.Get<AccessTokenDesk>().FindAsync(token, TestContext.Current.CancellationToken))!;
        Assert.NotNull(known.Token.Revoked);
    }

    private static async Task AssertFaultlessAsync(IPage page)
    {
        AxeResult result = await page.RunAxe(Axe.Options);
        Assert.Empty(result.Violations.Select(violation =>
            $"{page.Url} {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= Phone, page.Url);
    }
}
