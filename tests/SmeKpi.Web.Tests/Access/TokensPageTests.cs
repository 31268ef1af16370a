using System.Net;
using System.Text.RegularExpressions;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Tests.Access;

/// <summary>The page of one's own tokens, as a browser without scripts sends it.</summary>
public sealed partial class TokensPageTests(AccountSite site) : IClassFixture<AccountSite>
{
    private static readonly Uri s_page = new("/account/tokens", UriKind.Relative);

    [Fact]
    public async Task Make_ChosenRights_ShowsTheTokenOnce()
    {
        using HttpClient client = await site.SignInAsync(await site.InviteAsync("page-maker"));

        using HttpResponseMessage made = await PostAsync(
            client, "make-token", ("name", "<monthly> report"), ("days", "7"),
            ("scope", Right.PolicyRead), ("scope", Right.CityRead));
        string page = await made.Content.ReadAsStringAsync();
        string token = Token().Match(page).Value;

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Contains("no-store", made.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains("&lt;monthly&gt; report", page, StringComparison.Ordinal);
        Assert.DoesNotContain(token, await client.GetStringAsync(s_page), StringComparison.Ordinal);
        KnownToken known = (await site.Get<AccessTokenDesk>().FindAsync(token))!;
        Assert.Equal([Right.CityRead, Right.PolicyRead], known.Token.Scopes);
        Assert.True(known.Token.HasSecondFactor);
    }

    [Fact]
    public async Task Make_WithoutTheFormsOwnField_IsRefused()
    {
        Account account = await site.InviteAsync("page-forged");
        using HttpClient client = await site.SignInAsync(account);
        using FormUrlEncodedContent form = new(
            Fields("make-token", null, ("name", "x"), ("days", "7"), ("scope", Right.PolicyRead)));

        using HttpResponseMessage answer = await client.PostAsync(s_page, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await site.Get<AccessTokenDesk>().ListAsync(account.Id));
    }

    [Theory]
    [InlineData("90", Right.AccountsManage)]
    [InlineData("90", Right.BanksRead)]
    [InlineData("0", Right.PolicyRead)]
    [InlineData("-1", Right.PolicyRead)]
    [InlineData("99999999999999999999", Right.PolicyRead)]
    [InlineData("90", null)]
    public async Task Make_WhatMayNotBe_IsAnsweredInWords(string days, string? scope)
    {
        Account account = await site.InviteAsync($"page-{Guid.NewGuid():N}", Role.Department);
        using HttpClient client = await site.SignInAsync(account);

        using HttpResponseMessage answer = await PostAsync(
            client, "make-token", ("name", "kept name"), ("days", days), ("scope", scope ?? string.Empty));
        string page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("class=\"fault\"", page, StringComparison.Ordinal);
        Assert.Contains("kept name", page, StringComparison.Ordinal);
        Assert.Empty(await site.Get<AccessTokenDesk>().ListAsync(account.Id));
    }

    [Fact]
    public async Task Form_SessionWithoutSecondFactor_OffersNoRightThatWaitsForIt()
    {
        using HttpClient client = await site.SignInAsync(await site.InviteAsync("page-plain"), hasSecondFactor: false);

        string page = await client.GetStringAsync(s_page);

        Assert.Contains($"value=\"{Right.CityRead}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{Right.BanksRead}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"value=\"{Right.AccountOwn}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfTwoPeople_ShowsEachTheirOwn()
    {
        Account first = await site.InviteAsync("page-first");
        Account second = await site.InviteAsync("page-second");
        TokenOutcome made = await site.MakeTokenAsync(first, Right.PolicyRead);
        using HttpClient own = await site.SignInAsync(first);
        using HttpClient other = await site.SignInAsync(second);

        Assert.Contains(Button(made), await own.GetStringAsync(s_page), StringComparison.Ordinal);
        Assert.DoesNotContain(Button(made), await other.GetStringAsync(s_page), StringComparison.Ordinal);
        await PostAsync(other, "make-token", ("name", "mine"), ("days", "7"), ("scope", Right.PolicyRead));
        await PostAsync(other, "revoke-token", ("token", $"{made.Token!.Id}"));
        Assert.Null((await site.Get<AccessTokenDesk>().FindAsync(made.Secret!))!.Token.Revoked);

        await PostAsync(own, "revoke-token", ("token", $"{made.Token.Id}"));
        Assert.NotNull((await site.Get<AccessTokenDesk>().FindAsync(made.Secret!))!.Token.Revoked);
        Assert.DoesNotContain(Button(made), await own.GetStringAsync(s_page), StringComparison.Ordinal);
    }

    private static string Button(TokenOutcome made) => $"name=\"token\" value=\"{made.Token!.Id}\"";

    /// <summary>Loads the page for the form's own fields, as a browser does, and sends the form.</summary>
    private static async Task<HttpResponseMessage> PostAsync(
        HttpClient client, string form, params (string Name, string Value)[] fields)
    {
        string page = await client.GetStringAsync(s_page);
        using FormUrlEncodedContent content = new(Fields(form, Forgery().Match(page).Groups[1].Value, fields));
        return await client.PostAsync(s_page, content);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(
        string form, string? forgery, params (string Name, string Value)[] fields) =>
    [
        new("_handler", form),
        .. forgery is null ? [] : (KeyValuePair<string, string>[])[new("__RequestVerificationToken", forgery)],
        .. fields.Where(field => field.Value.Length > 0).Select(field => KeyValuePair.Create(field.Name, field.Value)),
    ];

    [GeneratedRegex("smekpi_[A-Za-z0-9_-]{43}")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Forgery();
}
