using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

/// <summary>The program outside a demonstration, with accounts that a test makes as it needs them.</summary>
public sealed class AccountSite : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _folder = new();

    internal static Actor Administrator { get; } = new("security", "security-administrator", null);

    internal LogLines Log { get; } = new();

    internal DatabaseFile Database => new(Data);

    /// <summary>Where database and keys are.</summary>
    internal string Data => _folder["data"];

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    internal async Task<Account> InviteAsync(string name, Role role = Role.Analyst, params string[] counties)
    {
        AccountOutcome outcome = await Get<AccountDesk>().InviteAsync(
            name, new AccountFacts(name, role, null, counties), Administrator);
        Assert.Empty(outcome.Refusals);
        return outcome.Account!;
    }

    internal async Task<TokenOutcome> MakeTokenAsync(Account account, params string[] scopes)
    {
        TokenOutcome outcome = await Get<AccessTokenDesk>().CreateAsync(
            account.Id, account.ToViewer(hasSecondFactor: true), new TokenWish("test", scopes, 30), account.ToActor(null));
        Assert.Empty(outcome.Refusals);
        return outcome;
    }

    /// <summary>Who sends this token with every request.</summary>
    internal HttpClient ClientWith(string? token)
    {
        HttpClient client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (token is not null)
        {
            client.DefaultRequestHeaders.Add("Authorization", $"Bearer {token}");
        }

        return client;
    }

    /// <summary>A browser with a session of the account.</summary>
    internal async Task<HttpClient> SignInAsync(Account account, bool hasSecondFactor = true)
    {
        SignInAnswer answer = await Get<SignInDesk>().EnterAsync(account.Id, "test", hasSecondFactor, null);
        HttpClient client = ClientWith(token: null);
        client.DefaultRequestHeaders.Add("Cookie", $"smekpi-session={answer.Session!.Key}");
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("data", Data)
        .UseSetting("no-seed", "true")
        .ConfigureLogging(logging => logging.AddProvider(Log).AddFilter<LogLines>(null, LogLevel.Trace));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }
}
