using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Cases;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Readings;
using SmeKpi.Storage.SqlServer;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage.Tests;

/// <summary>Every statement of the program translates for SQL Server and is valid there; no server is needed.</summary>
public sealed class SqlServerTextTests
{
    private static readonly SnapshotFilter s_filter = new()
    {
        Indicators = ["loans.all.balance", "loans.all.npl"],
        Scopes = ["rmb"],
        Banks = [string.Empty, "A"],
        Regions = [],
        From = new YearMonth(2024, 1),
        To = new YearMonth(2025, 6),
    };

    private static readonly ReadingFilter s_readings = ReadingFilter.In(Bench.June) with
    {
        Kpis = ["M01.1"],
        Readings = ["ruling", "rmb"],
        Regions = ["320900"],
        Banks = [string.Empty],
    };

    private static readonly RowScope s_rows = new(new HashSet<string> { "A" }, new HashSet<string> { "320902", "320971" });

    public static TheoryData<string, Func<SmeKpiContext, IQueryable>> Queries() => new()
    {
        { "vintages", context => ObservationReader.VintagesOf(context, Bench.AllLoans, Bench.June) },
        { "observation", context => ObservationReader.WithId(context, 1) },
        { "newest, all", context => ObservationReader.Newest(
            context, new ObservationQuery("a"), RowScope.Everything, "320900") },
        {
            "newest, chosen", context => ObservationReader.Newest(
                context, new ObservationQuery("a", "rmb", "A", "320900", Bench.June, Bench.June, Bench.Start),
                s_rows, "320900")
        },
        {
            "history", context => ObservationReader.History(
                context, new ObservationQuery("a", "rmb", "A", null, Bench.June, Bench.June, Bench.Start), s_rows, "320900")
        },
        { "changed", context => ChangeReader.Changed(context, new ChangeQuery(Bench.Start, null, Revised: true), 1, s_rows, "320900") },
        { "added", context => ChangeReader.Changed(context, new ChangeQuery(Bench.Start, Bench.Start, Revised: false), 1, s_rows, "320900") },
        { "before", context => ChangeReader.Before(context, [1, 2], 1) },
        { "files of a bank", context => ImportReader.OfBanks(context, s_rows, "320900") },
        { "cases of a bank", context => CaseReader.Cases(context, "A") },
        { "steps of cases", context => CaseReader.Steps(context, bank: null) },
        { "banks", context => MasterDataReader.BankVersions(context, 1) },
        { "regions", context => MasterDataReader.RegionVersions(context, 1) },
        { "readings, all", context => ReadingStore.Latest(context, new ReadingFilter(), 1) },
        { "readings, chosen", context => ReadingStore.Latest(context, s_readings, 1) },
        { "months that reflect the data", context => ReadingStore.Reflecting(context, 1, "p") },
        { "received", context => StatisticsImporter.Received(context, "ab") },
        { "imports", context => ImportReader.Newest(context, 10) },
        { "refusals", context => ImportReader.NewestRefusals(context, 10) },
        { "arrivals", context => ImportReader.ArrivalKeys(context, 50, 50) },
        { "filed imports", context => ArrivalReader.Filed(context) },
        { "waiting filings", context => FilingReader.Waiting(context, 1) },
        { "versions of filings", context => FilingReader.Versions(context, 202501, 202512, 1) },
        { "first arrivals", context => ArrivalReader.First(context, ["a", "b"], 202501, 1) },
        { "reminders", ReminderBook.Noted },
        { "stamp of the content", ContentStamps.Read },
        { "unfinished", WorkQueue.Unfinished },
        { "takeable", context => WorkQueue.Takeable(context, 1, 2) },
        { "held", context => WorkQueue.Held(context, 1, 2) },
    };

    [Theory]
    [MemberData(nameof(Queries), DisableDiscoveryEnumeration = true)]
    public void Query_ForSqlServer_IsValid(string name, Func<SmeKpiContext, IQueryable> query)
    {
        using SmeKpiContext context = new SqlCapture().CreateDbContext();

        string sql = query(context).ToQueryString();

        Assert.StartsWith("SELECT", sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.True(TransactSql.Errors(sql).Count == 0, $"{name}: {sql}");
    }

    [Fact]
    public void Scans_ForSqlServer_AreValidWithAndWithoutFilter()
    {
        using SmeKpiContext context = new SqlCapture().CreateDbContext();
        foreach (SnapshotFilter filter in new[] { s_filter, new SnapshotFilter() })
        {
            using DbCommand series = context.Database.GetDbConnection().CreateCommand();
            using DbCommand observations = context.Database.GetDbConnection().CreateCommand();

            Assert.Empty(TransactSql.Errors(ObservationScan.SeriesSql(filter, series)));
            Assert.Empty(TransactSql.Errors(ObservationScan.ObservationsSql(filter, 1, observations)));
            using DbCommand bySeries = context.Database.GetDbConnection().CreateCommand();
            Assert.Empty(TransactSql.Errors(ObservationScan.ObservationsSql(filter, 1, bySeries, bySeries: true)));
        }
    }

    [Fact]
    public void Inserts_ForSqlServer_AreValidAndWithinItsLimitOfParameters()
    {
        foreach ((string table, BulkColumn[] columns) in new[]
        {
            ("series", ImportSession.SeriesColumns),
            ("observations", ImportSession.ObservationColumns),
            ("readings", ReadingStore.Columns),
            ("audit", AuditRows.Columns),
        })
        {
            string sql = BulkInsert.Sql(table, columns, PreparedInsert.MostRowsPerCommand);

            Assert.Empty(TransactSql.Errors(sql));
            Assert.InRange(columns.Length * PreparedInsert.MostRowsPerCommand, 1, 2100);
        }
    }

    [Fact]
    public void WriterLock_Statement_IsValid() => Assert.Empty(TransactSql.Errors(WriterLock.Sql));

    [Fact]
    public async Task Updates_OfTheWorkQueue_AreValidAndConditional()
    {
        var server = new SqlCapture();
        var queue = new WorkQueue(server, TimeProvider.System);

        await queue.TryLeaseAsync(1, TimeSpan.FromMinutes(1));
        await queue.RenewAsync(1, 2, TimeSpan.FromMinutes(1));
        await queue.CompleteAsync(1, 2);
        await queue.FailAsync(1, 2, "broken");

        string[] updates = [.. server.Statements.Where(sql => sql.Contains("UPDATE", StringComparison.Ordinal))];
        Assert.Equal(4, updates.Length);
        Assert.All(updates, sql => Assert.Contains(
            "[fencing_token] =", sql.Split("WHERE", 2)[1], StringComparison.Ordinal));
        Assert.All(server.Statements, sql => Assert.Empty(TransactSql.Errors(sql)));
    }
}
