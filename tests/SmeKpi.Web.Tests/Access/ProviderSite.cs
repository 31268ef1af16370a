using System.Net;
using System.Net.Sockets;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

/// <summary>What came of a way through the provider.</summary>
/// <param name="Address">Where it ended, on the site.</param>
internal sealed record Arrival(HttpStatusCode Status, string Address, string Body, bool HasSession, bool IsHalfWay);

/// <summary>The program as a process of its own with an identity provider set, and that provider.</summary>
public sealed class ProviderSite(SeededDatabase seeded) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ProgramServices? _services;
    private Smekpi? _program;

    internal TestProvider Provider { get; private set; } = null!;

    internal string Address { get; private set; } = "";

    internal int DescriptionsAtStart { get; private set; }

    internal DatabaseFile Database => _services!.Database;

    public async ValueTask InitializeAsync()
    {
        Provider = await TestProvider.StartAsync();
        string data = await seeded.CopyEmptyAsync(_folder);
        _services = new ProgramServices(data);
        (_program, Address) = await StartAsync(data, Provider.Authority);
        DescriptionsAtStart = Provider.Descriptions;
    }

    /// <summary>Starts the program with a provider and waits until it answers.</summary>
    internal static async Task<(Smekpi Program, string Address)> StartAsync(string data, string authority)
    {
        string address = $"http://127.0.0.1:{FreePort()}";
        Smekpi program = Smekpi.Start(
            ["serve", "--urls", address, "--data", data],
            environment: new Dictionary<string, string>
            {
                ["SMEKPI_OIDC_AUTHORITY"] = authority,
                ["SMEKPI_OIDC_CLIENT_ID"] = TestProvider.ClientId,
                ["SMEKPI_OIDC_CLIENT_SECRET"] = TestProvider.ClientSecret,
                ["SMEKPI_OIDC_NAME"] = "City Hall",
            });
        using HttpClient client = new();
        for (int turn = 0; turn < 600 && !program.HasExited; turn++)
        {
            try
            {
                using HttpResponseMessage alive = await client.GetAsync(new Uri($"{address}/health/live"));
                return (program, address);
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }

        RunResult end = await program.KillAsync();
        throw new InvalidOperationException($"The program does not answer: {end}");
    }

    internal async Task<Account> InviteAsync(string name, string externalName, Role role = Role.Analyst)
    {
        AccountOutcome outcome = await _services!.Get<AccountDesk>().InviteAsync(
            name, new AccountFacts(name, role, null, [], externalName), Actor.Program);
        Assert.Empty(outcome.Refusals);
        return outcome.Account!;
    }

    internal Task DisableAsync(Account account) => _services!.Get<AccountDesk>().DisableAsync(account.Id, Actor.Program);

    /// <summary>Goes to the provider and back as a browser does; pages that lead on by themselves are not followed.</summary>
    internal async Task<Arrival> SignInAsync(Say say, string back = "/account")
    {
        Provider.Next = say;
        return await new Wanderer(Address).GoAsync($"{Address}/signin/provider?back={Uri.EscapeDataString(back)}");
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        await Provider.DisposeAsync();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Follows redirects and keeps cookies, and says at each step what it got.</summary>
internal sealed class Wanderer(string site)
{
    private readonly CookieContainer _cookies = new();

    public async Task<Arrival> GoAsync(string address)
    {
        using HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = _cookies };
        using HttpClient client = new(handler);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        Uri at = new(address);
        for (int step = 0; step < 10; step++)
        {
            using HttpResponseMessage response = await client.GetAsync(at);
            if (response.Headers.Location is not { } next)
            {
                return await ArriveAsync(response, at);
            }

            at = new Uri(at, next);
        }

        throw new InvalidOperationException($"No end of redirects at {at}.");
    }

    /// <summary>Sends the form of a page that signs out.</summary>
    public async Task<Arrival> PostAsync(string path, Dictionary<string, string> form)
    {
        using HttpClientHandler handler = new() { AllowAutoRedirect = false, CookieContainer = _cookies };
        using HttpClient client = new(handler);
        using FormUrlEncodedContent content = new(form);
        using HttpResponseMessage response = await client.PostAsync(new Uri(site + path), content);
        return await ArriveAsync(response, new Uri(site + path));
    }

    private async Task<Arrival> ArriveAsync(HttpResponseMessage response, Uri at)
    {
        CookieCollection kept = _cookies.GetCookies(new Uri($"{site}/signin/code"));
        return new Arrival(
            response.StatusCode,
            at.ToString().Replace(site, string.Empty, StringComparison.Ordinal),
            WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()),
            kept["smekpi-session"] is not null,
            kept["smekpi-half"] is not null);
    }
}
