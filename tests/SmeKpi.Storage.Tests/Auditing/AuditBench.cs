using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Storage.Tests.Auditing;

/// <summary>A database with an audit chain, its folder and a clock that stands still.</summary>
internal sealed class AuditBench : IDbContextFactory<SmeKpiContext>, IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly DbContextOptions<SmeKpiContext> _options;

    private AuditBench(TestDatabase database)
    {
        _database = database;
        Place = Directory.CreateTempSubdirectory("smekpi-audit-").FullName;
        Folder = new AuditFolder(Path.Combine(Place, "anchors"));
        _options = new DbContextOptionsBuilder<SmeKpiContext>(database.Settings)
            .AddInterceptors(new AuditHeadWriter(Folder)).Options;
        Log = new AuditLog(this, Clock, Folder);
        Reader = new AuditReader(this);
        Verifier = new AuditVerifier(this, Reader, Folder);
        Anchorer = NewAnchorer();
    }

    public FakeTimeProvider Clock { get; } = NewClock();

    public string Place { get; }

    public AuditFolder Folder { get; }

    public AuditLog Log { get; }

    public AuditReader Reader { get; }

    public AuditVerifier Verifier { get; }

    public AuditAnchorer Anchorer { get; }

    public string HeadPath => Path.Combine(Folder.Location, "audit-head");

    public string AnchorsPath => Path.Combine(Folder.Location, "audit.jsonl");

    public static async Task<AuditBench> CreateAsync(Provider provider) =>
        new(await TestDatabase.CreateAsync(provider));

    public SmeKpiContext CreateDbContext() => new(_options);

    /// <summary>As another process or machine has one.</summary>
    public AuditAnchorer NewAnchorer() =>
        new(Reader, Folder, Clock, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    public static AuditEvent What(int number, string actor = "li") => new(
        actor, "analyst", "10.0.0.7", AuditAction.BankView, $"D{number:000} 2025-06", AuditResult.Success, $"view {number}");

    public async Task RecordAsync(int count)
    {
        for (int number = 1; number <= count; number++)
        {
            await Log.RecordAsync(What(number));
        }
    }

    /// <summary>Changes the database behind the program's back.</summary>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using SmeKpiContext context = CreateDbContext();
        return await context.Database.ExecuteSqlRawAsync(sql);
    }

    public async Task<AuditFault?> FaultAsync() => (await Verifier.VerifyAsync()).Fault;

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        Directory.Delete(Place, recursive: true);
    }

    private static FakeTimeProvider NewClock()
    {
        FakeTimeProvider clock = new(Bench.Start.ToUniversalTime());
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        return clock;
    }
}
