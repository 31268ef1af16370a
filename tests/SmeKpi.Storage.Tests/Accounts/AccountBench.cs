using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Tests.Accounts;

/// <summary>The desks of accounts on a database of their own, with a clock that stands still.</summary>
internal sealed class AccountBench : IAsyncDisposable
{
    private AccountBench(TestDatabase database)
    {
        Database = database;
        Audit = new AuditLog(database, Clock);
        Accounts = new AccountDesk(database, Audit, Clock);
    }

    public static Actor Administrator { get; } = new("security", "security-administrator", "127.0.0.1");

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(Bench.Start);

    public AuditLog Audit { get; }

    public AccountDesk Accounts { get; }

    public static async Task<AccountBench> CreateAsync(Provider provider) => new(await TestDatabase.CreateAsync(provider));

    public static AccountFacts Facts(Role role = Role.Analyst) => new("A Person", role, null, []);

    public async Task<AccountOutcome> InviteAsync(string name, Role role = Role.Analyst) =>
        await Accounts.InviteAsync(name, Facts(role), Administrator);

    /// <summary>What the audit chain holds, oldest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> AuditAsync()
    {
        await using SmeKpiContext context = Database.CreateDbContext();
        return await context.Audit.AsNoTracking().OrderBy(row => row.Number).ToListAsync();
    }

    /// <summary>Makes every later entry of the audit chain fail.</summary>
    public async Task BreakAuditAsync()
    {
        await using SmeKpiContext context = Database.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync("DROP TABLE audit");
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
