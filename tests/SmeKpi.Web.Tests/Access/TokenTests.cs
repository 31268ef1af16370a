using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access.Tokens;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Personal access tokens at the API's door.</summary>
public sealed class TokenTests(AccountSite site) : IClassFixture<AccountSite>
{
    private static readonly Uri s_measures = new("/api/v1/measures", UriKind.Relative);

    [Fact]
    public async Task Request_TokenWithTheRight_IsAnswered()
    {
        TokenOutcome made = await site.MakeTokenAsync(await site.InviteAsync("reads-measures"), Right.PolicyRead);
        using HttpClient client = site.ClientWith(made.Secret);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(s_measures)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Address("/openapi/v1.json"))).StatusCode);
    }

    [Fact]
    public async Task Request_RightOutsideTheToken_IsForbidden()
    {
        TokenOutcome made = await site.MakeTokenAsync(await site.InviteAsync("reads-no-banks"), Right.PolicyRead);
        using HttpClient client = site.ClientWith(made.Secret);

        using HttpResponseMessage response = await client.GetAsync(Address("/api/v1/banks/D021/tests?month=2025-06"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Request_RoleThatLostTheRight_IsForbidden()
    {
        Account account = await site.InviteAsync("moves-on");
        TokenOutcome made = await site.MakeTokenAsync(account, Right.ImportsRead, Right.PolicyRead);
        using HttpClient client = site.ClientWith(made.Secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Address("/api/v1/submissions/1"))).StatusCode);

        await site.Get<AccountDesk>().ChangeAsync(
            account.Id, account.Facts with { Role = Role.Department }, account.Version, AccountSite.Administrator);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(Address("/api/v1/submissions/1"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(s_measures)).StatusCode);
    }

    [Fact]
    public async Task Request_ScopesWrittenIntoTheDatabase_NeverAdminister()
    {
        TokenOutcome made = await site.MakeTokenAsync(
            await site.InviteAsync("security-2", Role.SecurityAdministrator), Right.PolicyRead);
        site.Database.Execute($"UPDATE access_tokens SET scopes = 'accounts.manage account.own' WHERE id = {made.Token!.Id}");
        using HttpClient client = site.ClientWith(made.Secret);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(s_measures)).StatusCode);
    }

    [Fact]
    public async Task Request_RoleThatNeedsASecondFactorAndTokenWithout_IsForbidden()
    {
        TokenOutcome made = await site.MakeTokenAsync(
            await site.InviteAsync("system-1", Role.SystemAdministrator), Right.PolicyRead);
        site.Database.Execute($"UPDATE access_tokens SET has_second_factor = 0 WHERE id = {made.Token!.Id}");
        using HttpClient client = site.ClientWith(made.Secret);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(s_measures)).StatusCode);
    }

    [Fact]
    public async Task Request_TokenThatEnded_GetsTheSameAnswerAsAnUnknownOne()
    {
        List<string> answers = [await RefusalAsync(TokenText.Prefix + new string('A', 43))];
        Account account = await site.InviteAsync("ends");
        TokenOutcome revoked = await LiveAsync(account);
        await site.Get<AccessTokenDesk>().RevokeOwnAsync(revoked.Token!.Id, account.Id, account.ToActor(null));
        answers.Add(await RefusalAsync(revoked.Secret!));

        TokenOutcome expired = await LiveAsync(account);
        site.Database.Execute($"UPDATE access_tokens SET expires_ticks = 1 WHERE id = {expired.Token!.Id}");
        answers.Add(await RefusalAsync(expired.Secret!));

        TokenOutcome disabled = await LiveAsync(account);
        await site.Get<AccountDesk>().DisableAsync(account.Id, AccountSite.Administrator);
        answers.Add(await RefusalAsync(disabled.Secret!));
        answers.Add(await RefusalAsync("nonsense"));

        Assert.Single(answers.Distinct());
        Assert.Equal(
            ["account disabled", "expired", "revoked"],
            site.Database.Rows(
                "SELECT detail FROM audit WHERE action = 'token' AND actor = 'ends' AND result = 'Denied' ORDER BY detail")
                .Select(row => (string)row[0]!));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/signin")]
    [InlineData("/account")]
    [InlineData("/account/tokens")]
    [InlineData("/hangfire")]
    [InlineData("/charts/M01.1.png")]
    [InlineData("/health/live")]
    public async Task Page_OpenedWithAToken_Is401(string path)
    {
        TokenOutcome made = await site.MakeTokenAsync(
            await site.InviteAsync($"opens-{Guid.NewGuid():N}"), Right.PolicyRead, Right.CityRead);
        using HttpClient client = site.ClientWith(made.Secret);

        using HttpResponseMessage response = await client.GetAsync(Address(path));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Request_NoTokenOrAnotherKindOfAuthorization_IsAVisitor()
    {
        using HttpClient client = site.ClientWith(token: null);
        using HttpResponseMessage none = await client.GetAsync(s_measures);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "Zm9vOmJhcg==");

        Assert.Equal(HttpStatusCode.Unauthorized, none.StatusCode);
        Assert.Equal("Bearer", none.Headers.WwwAuthenticate.ToString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Address("/signin"))).StatusCode);
    }

    [Fact]
    public async Task Token_Used_StandsNowhereInDatabaseOrLog()
    {
        TokenOutcome made = await site.MakeTokenAsync(await site.InviteAsync("keeps-secrets"), Right.PolicyRead);
        using HttpClient client = site.ClientWith(made.Secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(s_measures)).StatusCode);
        await site.Get<TokenUse>().SettleAsync();

        string random = made.Secret![TokenText.Prefix.Length..];
        foreach (string file in Directory.GetFiles(site.Data, "smekpi.db*"))
        {
            await using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using MemoryStream copy = new();
            await stream.CopyToAsync(copy);
            Assert.Equal(-1, copy.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(random)));
        }

        Assert.Contains("/api/v1/measures", site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(random, site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            site.Database.Rows("SELECT * FROM audit"),
            row => row.Any(cell => cell is string text && text.Contains(random, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Use_Settled_IsShownToTheOwner()
    {
        Account account = await site.InviteAsync("is-used");
        TokenOutcome made = await site.MakeTokenAsync(account, Right.PolicyRead);
        using HttpClient client = site.ClientWith(made.Secret);

        await client.GetAsync(s_measures);
        Assert.Null(Assert.Single(await site.Get<AccessTokenDesk>().ListAsync(account.Id)).LastUsed);
        await site.Get<TokenUse>().SettleAsync();

        Assert.NotNull(Assert.Single(await site.Get<AccessTokenDesk>().ListAsync(account.Id)).LastUsed);
    }

    [Fact]
    public async Task Description_OfTheApi_NamesTheScheme()
    {
        TokenOutcome made = await site.MakeTokenAsync(await site.InviteAsync("reads-description"), Right.PolicyRead);
        using HttpClient client = site.ClientWith(made.Secret);

        using JsonDocument document = JsonDocument.Parse(await client.GetStringAsync(Address("/openapi/v1.json")));

        JsonElement scheme = document.RootElement.GetProperty("components")
            .GetProperty("securitySchemes").GetProperty("accessToken");
        Assert.Equal(("http", "bearer"), (scheme.GetProperty("type").GetString(), scheme.GetProperty("scheme").GetString()));
        Assert.True(document.RootElement.GetProperty("security")[0].TryGetProperty("accessToken", out _));
    }

    private async Task<TokenOutcome> LiveAsync(Account account)
    {
        TokenOutcome made = await site.MakeTokenAsync(account, Right.PolicyRead);
        using HttpClient client = site.ClientWith(made.Secret);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(s_measures)).StatusCode);
        return made;
    }

    /// <summary>Everything of the answer that tells a stranger something.</summary>
    private async Task<string> RefusalAsync(string token)
    {
        using HttpClient client = site.ClientWith(token);
        using HttpResponseMessage response = await client.GetAsync(s_measures);
        JsonElement problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        return $"{response.Headers.WwwAuthenticate} {response.Content.Headers.ContentType} {problem.GetProperty("title")} "
            + $"{problem.GetProperty("detail")}";
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);
}
