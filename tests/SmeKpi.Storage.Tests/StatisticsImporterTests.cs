using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;
using static SmeKpi.Storage.Tests.Support.TextFormat;

namespace SmeKpi.Storage.Tests;

public sealed class StatisticsImporterTests
{
    private static readonly SeriesKey s_all = Bench.AllLoans;
    private static readonly YearMonth s_june = Bench.June;

    [Theory, EveryDatabase]
    public async Task Import_NewFigures_AreStoredWithTheirCellAndFile(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        SourceFile file = File("2025-06.csv", Line(s_all, s_june, "1000000000000.25") + ",Table 1");
        var note = new Provenance("PBoC", "Credit balance", "https://example.org/2025-06", "by mail");

        ImportReport report = await bench.Importer.ImportAsync(file, new ImportRequest("li") { Source = note });

        Assert.Equal((ImportOutcome.Stored, 1, 0), (report.Outcome, report.Stored, report.Unchanged));
        Assert.Equal([s_june], report.Months);
        Vintage vintage = Assert.Single(await bench.Observations.VintagesAsync(s_all, s_june));
        Assert.Equal(new Quantity(1_000_000_000_000.25m, Unit.Yuan), vintage.Value);
        Assert.Equal(new SourceCell("Table 1", 1, 6), vintage.Cell);
        Assert.Equal(("2025-06.csv", "li", "PBoC"), (vintage.FileName, vintage.Actor, vintage.Publisher));
        Assert.Equal(Bench.Start, vintage.KnownSince);
        SourceFile? kept = await new ImportReader(bench.Database).FileAsync(report.ImportId!.Value);
        Assert.Equal(file.Content.ToArray(), kept!.Content.ToArray());
    }

    [Theory, EveryDatabase]
    public async Task Import_SameBytesTenTimesAgain_StoresNoRow(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        string[] lines = ["bank A", "region 320900", Line(s_all, s_june, "100"), Line(s_all, s_june.AddMonths(1), "")];
        ImportReport first = await bench.ImportAsync(lines);
        int rows = await bench.Database.CountRowsAsync();

        for (int replay = 0; replay < 10; replay++)
        {
            bench.Clock.Advance(TimeSpan.FromDays(1));
            ImportReport again = await bench.ImportAsync(lines);
            Assert.Equal((ImportOutcome.AlreadyReceived, first.ImportId), (again.Outcome, again.ImportId));
        }

        Assert.Equal(rows, await bench.Database.CountRowsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Import_SameFiguresInOtherBytes_AreUnchanged(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await bench.ImportAsync("bank A", "region 320900", Line(s_all, s_june, "100"));

        ImportReport report = await bench.ImportAsync("bank A", "region 320900", Line(s_all, s_june, "100.00"), "");

        Assert.Equal((0, 3), (report.Stored, report.Unchanged));
        Assert.Single(await bench.Observations.VintagesAsync(s_all, s_june));
    }

    [Theory, EveryDatabase]
    public async Task Import_Correction_IsANewVintageAndThePastStays(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ImportReport first = await bench.ImportAsync(Line(s_all, s_june, "100"));
        ImportReport second = await bench.ImportAsync(Line(s_all, s_june, "90"));
        ImportReport third = await bench.ImportAsync(Line(s_all, s_june, ""));

        Assert.Equal(100m, (await bench.ValueAsync(s_all, s_june, first.KnownSince))?.Number);
        Assert.Equal(90m, (await bench.ValueAsync(s_all, s_june, second.KnownSince))?.Number);
        Assert.Equal(new KnownValue(null, false, 3), (await bench.Snapshots.ReadAsync()).Find(s_all, s_june));
        Assert.Null((await bench.Snapshots.ReadAsync(first.KnownSince!.Value.AddTicks(-1))).Find(s_all, s_june));
        Assert.True(first.KnownSince < second.KnownSince && second.KnownSince < third.KnownSince);
    }

    [Theory, EveryDatabase]
    public async Task Import_RealFigureEqualToASyntheticOne_IsANewVintage(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await bench.ImportAsync("synthetic", Line(s_all, s_june, "100"));

        ImportReport report = await bench.ImportAsync(Line(s_all, s_june, "100"));

        Assert.Equal(1, report.Stored);
        Assert.False((await bench.Snapshots.ReadAsync()).Find(s_all, s_june)!.Value.Synthetic);
    }

    [Theory, EveryDatabase]
    public async Task Import_DraftBecomingFinal_IsANewVintage(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        string line = Line(s_all, s_june, "100");
        await bench.Importer.ImportAsync(
            File("draft", line), new ImportRequest("li") { Status = ObservationStatus.Draft });

        Assert.Equal(1, (await bench.ImportAsync(line, "")).Stored);
        Assert.Equal(0, (await bench.ImportAsync(line, "", "")).Stored);
    }

    [Theory, EveryDatabase]
    public async Task Import_RefusedFile_LeavesNoRowInAnyTable(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var ruled = new StatisticsImporter(
            bench.Database, Parse, (_, _) => [new Finding("V201", new SourceCell("", 1, 6), "1", "2")], bench.Clock);
        var request = new ImportRequest("li");

        ImportReport unreadable = await bench.ImportAsync("bank A", Line(s_all, s_june, "1"), "bad");
        ImportReport invalid = await ruled.ImportAsync(File("a", "bank A", Line(s_all, s_june, "1")), request);
        ImportReport tooFine = await bench.ImportAsync("bank A", Line(s_all, s_june, "1.001"));

        Assert.All([unreadable, invalid, tooFine], report => Assert.Equal(ImportOutcome.Refused, report.Outcome));
        Assert.Equal([Refused, "V201", "V297"],
            new[] { unreadable, invalid, tooFine }.Select(report => Assert.Single(report.Findings).Rule));
        Assert.Equal(0, await bench.Database.CountRowsAsync());
    }

    [Theory]
    [InlineData("0.001", "yuan")]
    [InlineData("100000000000000000000", "yuan")]
    [InlineData("1.5", "count")]
    [InlineData("3.45001", "percent")]
    [InlineData("30", "basispoints")]
    public async Task Import_NumberThatCannotBeKept_IsFindingV299WithItsCell(string value, string unit)
    {
        await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);

        ImportReport report = await bench.ImportAsync(Line(s_all, s_june, value, unit));

        Finding finding = Assert.Single(report.Findings);
        Assert.Equal(("V297", new SourceCell("", 1, 6)), (finding.Rule, finding.Cell));
        Assert.StartsWith(value, finding.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_TwoValuesForOneMonth_IsRefusedAndTheSameTwiceIsNot()
    {
        await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);

        ImportReport two = await bench.ImportAsync(Line(s_all, s_june, "1"), Line(s_all, s_june, "2"));
        ImportReport same = await bench.ImportAsync(Line(s_all, s_june, "1"), Line(s_all, s_june, "1"));

        Assert.Equal(("V298", "line 1, column 6: 1 Yuan"), (two.Findings[0].Rule, two.Findings[0].Expected));
        Assert.Equal((ImportOutcome.Stored, 1, 1), (same.Outcome, same.Stored, same.Unchanged));
    }

    [Theory, EveryDatabase]
    public async Task RecordRefusal_RefusedFile_KeepsItsFindingsAndNothingElse(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ImportReport report = await bench.ImportAsync("bad");

        int? id = await bench.Importer.RecordRefusalAsync(report);

        Refusal refusal = Assert.Single(await new ImportReader(bench.Database).NewestRefusalsAsync(10));
        Assert.Equal((report.Sha256, "file.csv", Bench.Start), (refusal.Sha256, refusal.FileName, refusal.At));
        Assert.Equal(report.Findings, refusal.Findings);
        Assert.Equal(id, refusal.Id);
        Assert.Equal(1, await bench.Database.CountRowsAsync());
    }

    [Theory, EveryDatabase]
    public async Task RecordRefusals_SameBytesForTheSameReasons_AreOneRefusal(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ImportReport stored = await bench.ImportAsync(Line(s_all, s_june, "1"));
        ImportReport first = await bench.ImportAsync("bad");
        ImportReport otherReason = first with { Findings = [new Finding("V211", null, "B1", "B2")] };

        IReadOnlyList<ImportReport> kept = await bench.Importer.RecordRefusalsAsync([first, stored, first]);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        IReadOnlyList<ImportReport> later = await bench.Importer.RecordRefusalsAsync([first, otherReason, first]);

        Assert.Equal([first.Sha256, stored.Sha256, first.Sha256], kept.Select(report => report.Sha256));
        Assert.Equal((null, kept[0].RefusalId), (kept[1].RefusalId, kept[2].RefusalId));
        Assert.Equal(kept[0].RefusalId, later[0].RefusalId);
        Assert.Equal(3, (await new ImportReader(bench.Database).NewestRefusalsAsync(10)).Count);
        Assert.Equal(3, later.Select(report => report.RefusalId).Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task Import_DatabaseBreaksInTheMiddle_LeavesNothing(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await using (SmeKpiContext context = bench.Database.CreateDbContext())
        {
            await context.Database.ExecuteSqlRawAsync(provider == Provider.Sqlite
                ? "CREATE TRIGGER filled BEFORE INSERT ON observations WHEN NEW.cell_row = 50"
                    + " BEGIN SELECT RAISE(ABORT, 'full'); END"
                : "CREATE TRIGGER filled ON observations AFTER INSERT AS"
                    + " IF EXISTS (SELECT 1 FROM inserted WHERE cell_row = 50) THROW 51000, N'full', 1;");
        }

        string[] lines = [.. Enumerable.Range(0, 100).Select(at => Line(s_all, s_june.AddMonths(at), "1"))];

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bench.ImportAsync(lines));

        Assert.Equal(0, await bench.Database.CountRowsAsync());
    }

    [Theory, EveryDatabase]
    public async Task Import_CurrentLease_EndsTheWorkTogetherWithStoring(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long work = await queue.EnqueueAsync("import", "import:a", "a");
        long token = (await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1)))!.Value;
        var request = new ImportRequest("job") { Fence = new Fence(work, token) };

        ImportReport report = await bench.Importer.ImportAsync(File("a", Line(s_all, s_june, "1")), request);

        Assert.Equal(ImportOutcome.Stored, report.Outcome);
        Assert.Equal(WorkState.Done, (await queue.FindAsync(work))!.State);
    }

    [Theory, EveryDatabase]
    public async Task Import_LeaseTakenOverByAnother_StoresNothing(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long work = await queue.EnqueueAsync("import", "import:a", "a");
        long stale = (await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1)))!.Value;
        bench.Clock.Advance(TimeSpan.FromMinutes(2));
        long current = (await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1)))!.Value;
        SourceFile file = File("a", Line(s_all, s_june, "1"));

        ImportReport late = await bench.Importer.ImportAsync(
            file, new ImportRequest("job") { Fence = new Fence(work, stale) });
        int rows = await bench.Database.CountRowsAsync();
        ImportReport report = await bench.Importer.ImportAsync(
            file, new ImportRequest("job") { Fence = new Fence(work, current) });

        Assert.Equal((ImportOutcome.LeaseLost, 1), (late.Outcome, rows));
        Assert.Equal(ImportOutcome.Stored, report.Outcome);
    }

    [Theory, EveryDatabase]
    public async Task Import_AgainAfterTheWorkerWasKilled_EndsTheWork(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        SourceFile file = File("a", Line(s_all, s_june, "1"));
        await bench.Importer.ImportAsync(file, new ImportRequest("job"));
        var queue = new WorkQueue(bench.Database, bench.Clock);
        long work = await queue.EnqueueAsync("import", "import:a", "a");
        long token = (await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1)))!.Value;

        ImportReport report = await bench.Importer.ImportAsync(
            file, new ImportRequest("job") { Fence = new Fence(work, token) });

        Assert.Equal(ImportOutcome.AlreadyReceived, report.Outcome);
        Assert.Equal(WorkState.Done, (await queue.FindAsync(work))!.State);
    }

    [Theory, EveryDatabase]
    public async Task Import_ManyAtOnce_GivesEveryFileAMomentOfItsOwn(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);

        ImportReport[] reports = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => Task.Run(
            () => bench.ImportAsync(Line(s_all, s_june, number.ToString(CultureInfo.InvariantCulture))))));

        Assert.All(reports, report => Assert.Equal(ImportOutcome.Stored, report.Outcome));
        Assert.Equal(12, reports.Select(report => report.KnownSince).Distinct().Count());
        IReadOnlyList<Vintage> vintages = await bench.Observations.VintagesAsync(s_all, s_june);
        Assert.Equal(
            reports.OrderBy(report => report.KnownSince).Select(report => report.ImportId),
            vintages.Select(vintage => (int?)vintage.ImportId));
        long[] ids = [.. vintages.Select(vintage => vintage.ObservationId)];
        Assert.Equal(ids.Order(), ids);
    }

    [Theory, EveryDatabase]
    public async Task Import_SameBytesAtOnce_AreStoredOnce(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);

        ImportReport[] reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => bench.ImportAsync(Line(s_all, s_june, "1")))));

        Assert.Single(reports, report => report.Outcome == ImportOutcome.Stored);
        Assert.Equal(7, reports.Count(report => report.Outcome == ImportOutcome.AlreadyReceived));
        Assert.Single(reports.Select(report => report.ImportId).Distinct());
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    public async Task Import_UnderAnyCulture_StoresTheSameNumbers(string culture)
    {
        await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);
        var rate = new SeriesKey("lpr.1y", "-", null, "100000");
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            await bench.ImportAsync(Line(s_all, s_june, "1234567.89"), Line(rate, s_june, "3.45", "percent"));

            Assert.Equal(new Quantity(1_234_567.89m, Unit.Yuan), await bench.ValueAsync(s_all, s_june));
            Assert.Equal(new Quantity(3.45m, Unit.Percent), await bench.ValueAsync(rate, s_june));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        await using SmeKpiContext context = bench.Database.CreateDbContext();
        Assert.Equal([(123_456_789L, null), (null, 34_500L)],
            (await context.Observations.OrderBy(row => row.Id).ToListAsync())
            .Select(row => (row.AmountFen, row.RateMillionths)));
    }

    [Fact]
    public async Task Import_Check_SeesEveryStoredMonthOfTheFilesSeriesAndTheMaster()
    {
        SeriesKey bankA = s_all with { Bank = "A" };
        SeriesKey primeRate = new("lpr.1y", ScopeCodes.None, null, "100000");
        await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);
        await bench.ImportAsync(
        [
            "bank A",
            Line(s_all, s_june.AddMonths(-1), "7"),
            .. new[] { 0, -1, -2, -11, -12, -13 }.Select(back => Line(bankA, s_june.AddMonths(back), "3")),
            Line(primeRate, s_june, "3.1", "percent"),
        ]);
        CheckInput? seen = null;
        var importer = new StatisticsImporter(
            bench.Database,
            Parse,
            (_, input) =>
            {
                seen = input;
                return [new Finding("Q301", null, "odd", "even")];
            },
            bench.Clock);

        ImportReport report = await importer.ImportAsync(File("b", Line(s_all, s_june, "8")), new ImportRequest("li"));

        Assert.Equal(ImportOutcome.Stored, report.Outcome);
        Assert.Equal("Q301", Assert.Single(report.Findings).Rule);
        Assert.NotNull(seen!.Master.FindBank("A"));
        Assert.Equal(7m, seen.Known.Find(s_all, s_june.AddMonths(-1))!.Value.Value!.Value.Number);
        Assert.Equal([s_all, bankA, primeRate], seen.Known.Series);
        Assert.Equal(
            new[] { 0, -1, -12, -13 }.Select(back => s_june.AddMonths(back)).Order(),
            seen.Known.Months(bankA).Keys.Order());
    }

    [Fact]
    public async Task Import_FindingOfChangedSeverity_IsStoredAndReadBackAsItWas()
    {
        await using Bench bench = await Bench.CreateAsync(Provider.Sqlite);
        Finding[] found =
        [
            new("V216", null, "800", "< 8") { Severity = Severity.Questionable },
            new("Q301", new SourceCell("", 3, 6), "odd", "even"),
        ];
        var importer = new StatisticsImporter(bench.Database, Parse, (_, _) => found, bench.Clock);
        SourceFile file = File("b", Line(s_all, s_june, "8"));

        ImportReport first = await importer.ImportAsync(file, new ImportRequest("li"));
        ImportReport again = await importer.ImportAsync(file, new ImportRequest("li"));

        Assert.Equal(ImportOutcome.Stored, first.Outcome);
        Assert.Equal(ImportOutcome.AlreadyReceived, again.Outcome);
        Assert.Equal(found, again.Findings);
        Assert.Equal([Severity.Questionable, Severity.Questionable], again.Findings.Select(finding => finding.Severity));
    }

    [Fact]
    public void ToFindings_StoredBeforeSeveritiesCouldChange_HasThatOfTheLetter() => Assert.Equal(
        Severity.Invalid,
        Assert.Single(StorageJson.ToFindings("""[{"Rule":"V216","Cell":null,"Found":"1","Expected":"2"}]""")).Severity);
}
