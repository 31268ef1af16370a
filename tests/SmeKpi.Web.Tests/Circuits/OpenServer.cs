using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SmeKpi.Core.Access;
using SmeKpi.Storage;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Rows;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Circuits;

/// <summary>The whole program on a real socket, on a database that is no demonstration, with a clock that stands still.</summary>
internal sealed class OpenServer : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private WebApplicationFactory<Program> _factory = null!;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2040, 7, 12, 1, 30, 0, TimeSpan.Zero));

    public Uri Address => _factory.ClientOptions.BaseAddress;

    public AccountDesk Accounts => _factory.Services.GetRequiredService<AccountDesk>();

    public static async Task<OpenServer> StartAsync(SeededDatabase seeded)
    {
        OpenServer server = new();
        string data = await seeded.CopyEmptyAsync(server._folder);
        server._factory = new Application(data, server.Clock);
        server._factory.UseKestrel(0);
        server._factory.StartServer();
        return server;
    }

    public async Task<Account> InviteAsync(string name, Role role = Role.Analyst) =>
        (await Accounts.InviteAsync(name, new AccountFacts(name, role, null, []), Actor.Program)).Account!;

    /// <summary>Somebody's cookie, without the way through the pages of signing in.</summary>
    public async Task<string> SignInAsync(Account account)
    {
        string key = Guid.NewGuid().ToString("N");
        await using SmeKpiContext context = await ContextAsync();
        long now = Clock.GetUtcNow().UtcTicks;
        context.Add(new SessionRow
        {
            KeyHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key))),
            AccountId = account.Id,
            Method = SessionStart.Password,
            HasSecondFactor = true,
            CreatedTicks = now,
            LastSeenTicks = now,
        });
        await context.SaveChangesAsync();
        return $"smekpi-session={key}";
    }

    public async Task<IReadOnlyList<AuditRow>> AuditAsync()
    {
        await using SmeKpiContext context = await ContextAsync();
        return await context.Audit.AsNoTracking().OrderBy(row => row.Number).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _folder.Dispose();
    }

    private Task<SmeKpiContext> ContextAsync() =>
        _factory.Services.GetRequiredService<IDbContextFactory<SmeKpiContext>>().CreateDbContextAsync();

    private sealed class Application(string data, FakeTimeProvider clock) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
            .UseSetting("data", data)
            .UseSetting("no-seed", "true")
            .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(clock));
    }
}
