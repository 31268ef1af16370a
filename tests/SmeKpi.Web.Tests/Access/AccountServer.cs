using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OtpNet;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Access.Passwords;
using SmeKpi.Web.Jobs;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

/// <summary>The whole program in this process on a real database that is no demonstration, with a clock that stands still.</summary>
internal sealed class AccountServer : IAsyncDisposable
{
    public const string Password = "Seven Grey Herons 7";

    private readonly TemporaryFolder _folder;
    private readonly WebApplicationFactory<Program> _factory;

    private AccountServer(TemporaryFolder folder, string data, PasswordProfile? profile)
    {
        _folder = folder;
        Data = data;
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("data", data).UseSetting("no-seed", "true");
            host.ConfigureTestServices(services =>
            {
                // Job servers of several programs in one process share statics of their library; nothing here needs them.
                services.Remove(services.Single(service => service.ImplementationType == typeof(JobServer)));
                services.AddSingleton<TimeProvider>(Clock);
                services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
                services.AddSingleton<IPasswordHasher<AccountRow>>(
                    provider => Hasher = new CountingHasher(provider.GetRequiredService<IOptions<PasswordHasherOptions>>()));
                services.AddSingleton(profile ?? PasswordProfile.Mlps);
                services.AddSingleton<IStartupFilter, ManyAddresses>();
            });
        });
    }

    public string Data { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2040, 7, 12, 1, 30, 0, TimeSpan.Zero));

    public CountingHasher Hasher { get; private set; } = null!;

    public AccountDesk Accounts => Get<AccountDesk>();

    public static async Task<AccountServer> StartAsync(SeededDatabase seeded, PasswordProfile? profile = null)
    {
        TemporaryFolder folder = new();
        return new AccountServer(folder, await seeded.CopyEmptyAsync(folder), profile);
    }

    public T Get<T>()
        where T : notnull => _factory.Services.GetRequiredService<T>();

    /// <summary>A browser of its own: cookies are kept, redirects are shown.</summary>
    public Browser Open(string? address = null)
    {
        HttpClient client = _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add(ManyAddresses.Header, address ?? $"10.0.{Random.Shared.Next(256)}.{Random.Shared.Next(256)}");
        return new Browser(client);
    }

    /// <summary>A browser with a session that was confirmed by a one-time code.</summary>
    public Task<HttpClient> ClientAsync(Role role) => SignedIn.ClientAsync(_factory, role);

    /// <summary>Somebody who has followed the invitation.</summary>
    public async Task<Account> JoinAsync(string name, Role role = Role.Analyst)
    {
        AccountOutcome invited = await Accounts.InviteAsync(name, new AccountFacts(name, role, null, []), Actor.Program);
        return (await Get<LinkDesk>().AcceptAsync(
            invited.Link!.Secret, Get<PasswordDesk>().Hash(Password), null))!;
    }

    /// <summary>The code that an authenticator shows now.</summary>
    public string CodeOf(string key) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(Clock.GetUtcNow().UtcDateTime);

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Counts how often a password is compared.</summary>
    internal sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<AccountRow>(options)
    {
        private int _verified;

        public int Verified => _verified;

        public override PasswordVerificationResult VerifyHashedPassword(
            AccountRow user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref _verified);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
