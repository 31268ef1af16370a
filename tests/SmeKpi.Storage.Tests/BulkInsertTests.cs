using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Kpis;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Readings;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Sqlite;

namespace SmeKpi.Storage.Tests;

/// <summary>Rows that are added in bulk are the rows that EF would have stored, on every provider.</summary>
public sealed class BulkInsertTests
{
    /// <summary>More than one command of <see cref="PreparedInsert"/> takes, and not a multiple of it.</summary>
    private const int Rows = (2 * PreparedInsert.MostRowsPerCommand) + 3;

    [Theory]
    [EveryDatabase]
    public async Task Observations_AddedInBulk_ReadBackThroughEfInEveryColumn(Provider provider)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(provider);
        ObservationRow[] rows = [.. Enumerable.Range(1, Rows).Select(number => Observation(number))];

        await WithParentsAsync(database, context => AddAsync(context, rows));

        await using SmeKpiContext reader = database.CreateDbContext();
        Assert.Equivalent(rows, await reader.Observations.AsNoTracking().OrderBy(row => row.Id).ToListAsync(), strict: true);
    }

    [Fact]
    public async Task Observations_AddedInBulkUnderAForeignCulture_AreStoredAsEfStoresThem()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            await using TestDatabase bulk = await TestDatabase.CreateAsync(Provider.Sqlite);
            await using TestDatabase byEf = await TestDatabase.CreateAsync(Provider.Sqlite);
            ObservationRow[] rows = [.. Enumerable.Range(1, Rows).Select(number => Observation(number))];

            await WithParentsAsync(bulk, context => AddAsync(context, rows));
            await WithParentsAsync(byEf, async context =>
            {
                context.AddRange(rows);
                await context.SaveChangesAsync();
            });

            Assert.Equal(await CellsAsync(byEf), await CellsAsync(bulk));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [EveryDatabase]
    public async Task Texts_AddedInBulk_ReadBackThroughEf(Provider provider)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(provider);
        var row = new ReadingRow
        {
            Id = 1,
            Kpi = "M01.1",
            Reading = "ruling",
            Month = 202506,
            RegionCode = "320900",
            BankCode = string.Empty,
            DataKnownSinceTicks = long.MaxValue,
            ComputedTicks = 1,
            PolicyVersion = "盐城",
            Standing = Standing.OnTrack,
            PayloadJson = """{"𠮷": "'; --\u0000"}""" + new string('长', 5_000),
        };

        await WithParentsAsync(database, async context =>
        {
            await using BulkInsert insert = BulkInsert.Into(context, "readings", ReadingStore.Columns);
            await insert.AddAsync(
                new object?[]
                {
                    row.Kpi, row.Reading, row.Month, row.RegionCode, row.BankCode, row.DataKnownSinceTicks,
                    row.ComputedTicks, row.PolicyVersion, row.Standing.ToString(), row.PayloadJson,
                },
                TestContext.Current.CancellationToken);
            await insert.FlushAsync(TestContext.Current.CancellationToken);
        });

        await using SmeKpiContext reader = database.CreateDbContext();
        ReadingRow read = await reader.Readings.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equivalent(row, read, strict: true);
    }

    [Theory]
    [EveryDatabase]
    public async Task Row_ThatBreaksAConstraint_ThrowsAndLeavesNothing(Provider provider)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(provider);
        int before = await database.CountRowsAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => WithParentsAsync(
            database, context => AddAsync(context, [Observation(1), Observation(1)])));
        await Assert.ThrowsAnyAsync<DbException>(() => WithParentsAsync(
            database, context => AddAsync(context, [Observation(1, series: 99)])));

        Assert.Equal(before, await database.CountRowsAsync());
    }

    [Fact]
    public async Task Sqlite_WithoutATransaction_Refuses()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Provider.Sqlite);
        await using SmeKpiContext context = database.CreateDbContext();

        Assert.Throws<InvalidOperationException>(
            () => BulkInsert.Into(context, "observations", ImportSession.ObservationColumns));
    }

    [Fact]
    public async Task Provider_DecidesHowRowsAreAdded()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Provider.Sqlite);

        await WithParentsAsync(database, async context =>
        {
            await using BulkInsert insert = BulkInsert.Into(context, "series", ImportSession.SeriesColumns);
            Assert.IsType<SqliteInsert>(insert);
        });
    }

    /// <summary>Numbers of all kinds: none, both ends of the range, each column in turn.</summary>
    private static ObservationRow Observation(int number, int series = 1) => new()
    {
        Id = number + (1L << 40),
        SeriesId = series,
        Month = 190001 + number,
        KnownSinceTicks = long.MaxValue - number,
        ImportId = 1,
        AmountFen = (number % 4) switch { 1 => long.MinValue + number, 2 => long.MaxValue - number, _ => null },
        Count = number % 4 == 3 ? -number : null,
        RateMillionths = number % 8 == 4 ? 34_500 : null,
        Status = number % 2 == 0 ? ObservationStatus.Final : ObservationStatus.Draft,
        Synthetic = number % 3 == 0,
        SheetNumber = (short)(short.MaxValue - number),
        CellRow = int.MaxValue - number,
        CellColumn = number,
    };

    private static async Task AddAsync(SmeKpiContext context, IEnumerable<ObservationRow> rows)
    {
        await using BulkInsert insert = BulkInsert.Into(context, "observations", ImportSession.ObservationColumns);
        foreach (ObservationRow row in rows)
        {
            await insert.AddAsync(
                new object?[]
                {
                    row.Id, row.SeriesId, row.Month, row.KnownSinceTicks, row.ImportId, row.AmountFen, row.Count,
                    row.RateMillionths, (byte)row.Status, row.Synthetic, row.SheetNumber, row.CellRow, row.CellColumn,
                },
                TestContext.Current.CancellationToken);
        }

        await insert.FlushAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a step in the program's own transaction, after the rows that observations refer to.</summary>
    private static Task<bool> WithParentsAsync(TestDatabase database, Func<SmeKpiContext, Task> step) =>
        WriteTransaction.RunAsync(
            database,
            async (context, token) =>
            {
                context.Add(new ImportRow
                {
                    Sha256 = "ab",
                    FileName = "file.csv",
                    Layout = "text",
                    Actor = "tester",
                    FindingsJson = "[]",
                });
                context.Add(new SeriesRow
                {
                    Id = 1,
                    Indicator = "loans.all.balance",
                    Scope = "rmb_fx",
                    BankCode = string.Empty,
                    RegionCode = "320900",
                });
                await context.SaveChangesAsync(token);
                await step(context);
                await context.Database.CommitTransactionAsync(token);
                return true;
            },
            TestContext.Current.CancellationToken);

    /// <summary>Every cell of the table as SQLite keeps it, with the class of storage that it chose.</summary>
    private static async Task<List<string>> CellsAsync(TestDatabase database)
    {
        await using SmeKpiContext context = database.CreateDbContext();
        await context.Database.OpenConnectionAsync();
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        await using SqliteCommand command = connection.CreateCommand();
        string cells = string.Join(
            " || '|' || ", ImportSession.ObservationColumns.Select(column => $"typeof({column.Name}) || quote({column.Name})"));
        command.CommandText = $"SELECT {cells} FROM observations ORDER BY id";
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
