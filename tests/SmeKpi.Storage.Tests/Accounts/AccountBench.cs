using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SmeKpi.Core.Access;
using SmeKpi.SampleData;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Tests.Accounts;

/// <summary>The desks of accounts on a database of their own, with a clock that stands still.</summary>
internal sealed class AccountBench : IAsyncDisposable
{
    public const string Hash = "the hash of a password";

    private static readonly RoleRules s_rules = RoleRules.Load(Path.Combine(SeedData.Folder, "access"));

    private AccountBench(TestDatabase database)
    {
        Database = database;
        Audit = new AuditLog(database, Clock);
        Accounts = new AccountDesk(database, Audit, Clock);
        Links = new LinkDesk(database, Audit, Clock);
        SignIns = new SignInBook(database, Audit, Clock, s_rules);
        Sessions = new SessionDesk(database, Audit, Clock, s_rules);
        Own = new OwnAccountDesk(database, Audit, Clock);
    }

    public static Actor Administrator { get; } = new("security", "security-administrator", "127.0.0.1");

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock { get; } = new(Bench.Start);

    public AuditLog Audit { get; }

    public AccountDesk Accounts { get; }

    public LinkDesk Links { get; }

    public SignInBook SignIns { get; }

    public SessionDesk Sessions { get; }

    public OwnAccountDesk Own { get; }

    public static async Task<AccountBench> CreateAsync(Provider provider) => new(await TestDatabase.CreateAsync(provider));

    public static AccountFacts Facts(Role role = Role.Analyst) => new("A Person", role, null, []);

    public async Task<AccountOutcome> InviteAsync(string name, Role role = Role.Analyst) =>
        await Accounts.InviteAsync(name, Facts(role), Administrator);

    /// <summary>Somebody who has followed the invitation.</summary>
    public async Task<Account> JoinAsync(string name, Role role = Role.Analyst) =>
        (await Links.AcceptAsync((await InviteAsync(name, role)).Link!.Secret, Hash, "10.0.0.1"))!;

    /// <summary>Signs in with the right password.</summary>
    public async Task<StoredSession> SignInAsync(string name, bool hasSecondFactor = false)
    {
        SignInTry paid = await SignIns.TryPasswordAsync(name);
        OpenedSession? opened = await SignIns.SucceedAsync(
            paid.Credentials!, new SessionStart(SessionStart.Password, hasSecondFactor, "10.0.0.1"));
        return (await Sessions.FindAsync(opened!.Key))!;
    }

    /// <summary>What the audit chain holds, oldest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> AuditAsync()
    {
        await using SmeKpiContext context = Database.CreateDbContext();
        return await context.Audit.AsNoTracking().OrderBy(row => row.Number).ToListAsync();
    }

    public async Task AddBankAsync(string code)
    {
        await using SmeKpiContext context = Database.CreateDbContext();
        ImportRow import = new()
        {
            Sha256 = "-", FileName = "banks.csv", Layout = "banks", Actor = "tester", FindingsJson = "[]",
        };
        context.Add(import);
        await context.SaveChangesAsync();
        context.Add(new BankRow
        {
            Code = code, ImportId = import.Id, NameZh = code, NameEn = code, AliasesJson = "[]",
        });
        await context.SaveChangesAsync();
    }

    /// <summary>Makes every later entry of the audit chain fail.</summary>
    public async Task BreakAuditAsync()
    {
        await using SmeKpiContext context = Database.CreateDbContext();
        await context.Database.ExecuteSqlRawAsync("DROP TABLE audit");
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
