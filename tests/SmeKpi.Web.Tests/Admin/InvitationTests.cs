using AngleSharp.Dom;
using Bunit;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Components.Admin;
using SmeKpi.Web.Tests.Support;
using TestContext = Xunit.TestContext;

namespace SmeKpi.Web.Tests.Admin;

public sealed class InvitationTests(SeededDatabase seeded) : AdminContext(seeded)
{
    [Fact]
    public async Task Invitation_NewPerson_ShowsTheLinkAndMakesTheAccount()
    {
        IRenderedComponent<Invitation> page = Draw();

        Fill(page, "wang.li", "regulator");
        page.Find("input[name=county][value='320903']").Change(true);
        await page.Find("form").SubmitAsync();

        IElement link = page.WaitForElement("input[name=link]");
        Assert.Contains("/welcome?secret=", link.GetAttribute("value"), StringComparison.Ordinal);
        Account account = (await Desk.FindAsync("wang.li", TestContext.Current.CancellationToken))!;
        Assert.Equal((Role.Regulator, "320903"), (account.Facts.Role, Assert.Single(account.Facts.Counties)));
        Assert.Contains(await AuditAsync(), entry => entry is { Actor: "chief", Action: "account", Target: "wang.li" });
    }

    [Fact]
    public async Task Invitation_LinkWasShown_NeverShowsItAgain()
    {
        IRenderedComponent<Invitation> page = Draw();
        Fill(page, "wang.li", "regulator");
        await page.Find("form").SubmitAsync();

        page.WaitForElement("input[name=link]");
        page.FindAll("button").Single(button => button.TextContent.Trim() == "Invite another person").Click();

        Assert.Empty(page.FindAll("input[name=link]"));
        Assert.Equal("", page.Find("input[name=name]").GetAttribute("value") ?? "");
        Assert.DoesNotContain("secret=", Draw().Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a b", "regulator", "An account name has 2 to 64 letters")]
    [InlineData("Taken", "regulator", "The account name is taken")]
    [InlineData("new.name", "bank-signer", "A bank role needs a bank")]
    public async Task Invitation_WhatTheDeskRefuses_IsSaidInWords(string name, string role, string expected)
    {
        await InviteAsync("taken");
        IRenderedComponent<Invitation> page = Draw();

        Fill(page, name, role);
        await page.Find("form").SubmitAsync();

        Assert.Contains(expected, page.WaitForElement(".refusals").TextContent, StringComparison.Ordinal);
        Assert.Single(await Desk.ListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(name, page.Find("input[name=name]").GetAttribute("value"));
    }

    [Fact]
    public async Task Invitation_NoRole_SendsNothing()
    {
        IRenderedComponent<Invitation> page = Draw();

        Fill(page, "wang.li", "");
        await page.Find("form").SubmitAsync();

        Assert.Empty(await Desk.ListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Form_RoleOfABank_AsksForItAndNoOtherRoleDoes()
    {
        IRenderedComponent<Invitation> page = Draw();

        page.Find("select[name=role]").Change("bank-reporter");
        Assert.Single(page.FindAll("select[name=bank]"));
        page.Find("select[name=role]").Change("leader");
        Assert.Empty(page.FindAll("select[name=bank]"));
    }

    private IRenderedComponent<Invitation> Draw()
    {
        IRenderedComponent<Invitation> page = Render<Invitation>();
        page.WaitForElement("form");
        return page;
    }

    private static void Fill(IRenderedComponent<Invitation> page, string name, string role)
    {
        page.Find("input[name=name]").Change(name);
        page.Find("input[name=display-name]").Change("Wang Li");
        page.Find("select[name=role]").Change(role);
    }
}
