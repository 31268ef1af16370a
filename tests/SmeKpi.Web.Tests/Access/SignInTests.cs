using System.Net;
using System.Text.RegularExpressions;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

public sealed partial class SignInTests(SeededDatabase seeded)
{
    [Fact]
    public async Task SignIn_RightPassword_OpensASessionUntilSignedOut()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        using Browser browser = server.Open();
        await server.JoinAsync("wang.li");

        Answer visitor = await browser.GetAsync("/");
        Answer answer = await browser.SignInAsync("Wang.Li");
        Answer own = await browser.GetAsync("/account");

        Assert.Equal("/signin?back=%2F", visitor.Location);
        Assert.Equal((HttpStatusCode.Found, "/account"), (answer.Status, answer.Location));
        string cookie = Assert.Single(answer.Cookies, each => each.StartsWith("smekpi-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("wang.li", own.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync("/session")).Status);

        string token = own.Page.QuerySelector(".session-bar input")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/signout", [])).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync("/session")).Status);
        await browser.PostAsync("/signout", new() { ["__RequestVerificationToken"] = token });
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/session")).Status);
    }

    [Fact]
    public async Task SignIn_WhateverIsWrong_IsAnsweredAlikeWithEqualWork()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        await server.JoinAsync("known");
        Account gone = await server.JoinAsync("gone");
        await server.Accounts.DisableAsync(gone.Id, Actor.Program);
        await server.JoinAsync("locked");
        for (int at = 0; at < SignInBook.Tries; at++)
        {
            await server.Get<SignInBook>().TryPasswordAsync("locked");
        }

        await server.Accounts.InviteAsync("waiting", new AccountFacts("W", Role.Analyst, null, []), Actor.Program);
        List<string> answers = [];
        foreach ((string name, string password) in new[]
        {
            ("nobody", AccountServer.Password), ("known", "wrong"), ("gone", AccountServer.Password),
            ("locked", AccountServer.Password), ("waiting", AccountServer.Password), ("", ""),
        })
        {
            using Browser browser = server.Open();
            int before = server.Hasher.Verified;
            Answer answer = await browser.SignInAsync(name, password);
            Assert.Equal(before + 1, server.Hasher.Verified);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.NotNull(answer.Alert);
            answers.Add(Token().Replace(answer.Text, "token"));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task SignIn_ManyGuesses_RightPasswordIsRefusedUntilTheLockIsOver()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        await server.JoinAsync("known");
        for (int at = 0; at < SignInBook.Tries; at++)
        {
            using Browser guesser = server.Open();
            await guesser.SignInAsync("known", $"guess {at}");
        }

        using Browser browser = server.Open();
        Assert.NotNull((await browser.SignInAsync("known")).Alert);
        server.Clock.Advance(SignInBook.Lock);
        Assert.Equal("/account", (await browser.SignInAsync("known")).Location);
    }

    [Theory]
    [InlineData("//example.org", "/account")]
    [InlineData("https://example.org/", "/account")]
    [InlineData("/\\example.org", "/account")]
    [InlineData("/measures?x=1", "/measures?x=1")]
    public async Task SignIn_ReturnAddress_StaysOnThisSite(string back, string expected)
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        await server.JoinAsync("known");
        using Browser browser = server.Open();

        Assert.Equal(expected, (await browser.SignInAsync("known", back: back)).Location);
    }

    [Fact]
    public async Task SecondFactor_RequiredByTheRole_ComesBeforeEverythingElse()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        await server.JoinAsync("admin", Role.SystemAdministrator);
        using Browser browser = server.Open();
        await browser.SignInAsync("admin");

        Assert.Equal("/account/second-factor", (await browser.GetAsync("/measures")).Location);
        Assert.Equal("/account/second-factor", (await browser.PostAsync("/account/password", [])).Location);
        Answer page = await browser.GetAsync("/account/second-factor");
        string key = page.Page.QuerySelector("main code")!.TextContent;
        string secret = page.Page.QuerySelector("input[name=Secret]")!.GetAttribute("value")!;
        Answer wrong = await browser.SendAsync("/account/second-factor", ("Secret", secret), ("Code", "000000"));
        Answer set = await browser.SendAsync("/account/second-factor", ("Secret", secret), ("Code", server.CodeOf(key)));

        Assert.NotNull(wrong.Alert);
        Assert.Equal(HttpStatusCode.Found, set.Status);
        Assert.Contains(set.Cookies, cookie => cookie.StartsWith("smekpi-session=", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/measures")).Status);

        // The next sign-in asks for a code; the one that confirmed the set-up was used.
        using Browser next = server.Open();
        Assert.StartsWith("/signin/code", (await next.SignInAsync("admin")).Location, StringComparison.Ordinal);
        Assert.Equal("/signin?back=%2Faccount", (await next.GetAsync("/account")).Location);
        Assert.NotNull((await next.SendAsync("/signin/code", ("Code", server.CodeOf(key)))).Alert);
        server.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/account", (await next.SendAsync("/signin/code", ("Code", server.CodeOf(key)))).Location);
        Assert.Equal(HttpStatusCode.OK, (await next.GetAsync("/measures")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Open().GetAsync("/session")).Status);
    }

    [Fact]
    public async Task SignIn_PasswordOfNinetyDays_HasToBeChangedFirst()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        await server.JoinAsync("known");
        using Browser browser = server.Open();
        new DatabaseFile(server.Data).Execute(
            $"UPDATE accounts SET password_set_ticks = password_set_ticks - {TimeSpan.FromDays(90).Ticks}");
        await browser.SignInAsync("known");

        Assert.Equal("/account/password", (await browser.GetAsync("/measures")).Location);
        Answer same = await ChangeAsync(browser, AccountServer.Password, AccountServer.Password);
        Answer wrong = await ChangeAsync(browser, "not it", "Eight Grey Herons 8");
        Answer changed = await ChangeAsync(browser, AccountServer.Password, "Eight Grey Herons 8");

        Assert.NotNull(same.Page.QuerySelector("ul.fault"));
        Assert.NotNull(wrong.Page.QuerySelector("p.fault"));
        Assert.Equal("/account", changed.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/measures")).Status);
    }

    [Fact]
    public async Task Session_IdleOrDisabled_IsOver()
    {
        await using AccountServer server = await AccountServer.StartAsync(seeded);
        Account account = await server.JoinAsync("known");
        using Browser browser = server.Open();
        await browser.SignInAsync("known");
        server.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account")).Status);
        server.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync("/session")).Status);
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/session")).Status);

        await browser.SignInAsync("known");
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync("/session")).Status);
        await server.Accounts.DisableAsync(account.Id, Actor.Program);
        server.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/session")).Status);
        Assert.StartsWith("/signin", (await browser.GetAsync("/account")).Location, StringComparison.Ordinal);
    }

    private static Task<Answer> ChangeAsync(Browser browser, string old, string password) => browser.SendAsync(
        "/account/password", ("Old", old), ("Password", password), ("Repeated", password));

    [GeneratedRegex("(?<=__RequestVerificationToken\" value=\")[^\"]*|<!--Blazor-Server-Component-State:[^>]*-->")]
    private static partial Regex Token();
}
