using SmeKpi.Core.Access;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using static SmeKpi.Storage.Tests.Support.TextFormat;

namespace SmeKpi.Storage.Tests.Observations;

public sealed class SnapshotReaderTests
{
    private static readonly string[] s_areas = ["320900", "320902", "320903"];

    private static readonly SeriesKey s_city = Bench.AllLoans;
    private static readonly SeriesKey s_bank = Bench.AllLoans with { Bank = "A", Region = "320902" };
    private static readonly SeriesKey s_rmb = Bench.AllLoans with { Scope = "rmb" };
    private static readonly SeriesKey s_npl = Bench.AllLoans with { Indicator = "loans.all.npl" };

    [Theory, EveryDatabase]
    public async Task Read_WithFilter_HoldsOnlyTheSeriesAndMonthsChosen(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await bench.ImportAsync([.. from series in new[] { s_city, s_bank, s_rmb, s_npl }
            from month in new YearMonth(2024, 11).Through(new YearMonth(2025, 2))
            select Line(series, month, "1")]);

        await AssertSeriesAsync(new SnapshotFilter(), s_city, s_bank, s_rmb, s_npl);
        await AssertSeriesAsync(new SnapshotFilter { Indicators = ["loans.all.npl"] }, s_npl);
        await AssertSeriesAsync(new SnapshotFilter { Scopes = ["rmb"] }, s_rmb);
        await AssertSeriesAsync(new SnapshotFilter { Banks = [string.Empty] }, s_city, s_rmb, s_npl);
        await AssertSeriesAsync(new SnapshotFilter { Regions = ["320902"], Banks = ["A", "B"] }, s_bank);
        await AssertSeriesAsync(new SnapshotFilter { Banks = [] });
        StatisticsSnapshot winter = await bench.Snapshots.ReadAsync(
            filter: new SnapshotFilter { From = new YearMonth(2024, 12), To = new YearMonth(2025, 1) });
        Assert.Equal([new YearMonth(2024, 12), new YearMonth(2025, 1)], winter.Months(s_city).Keys.Order());

        async Task AssertSeriesAsync(SnapshotFilter filter, params SeriesKey[] expected) => Assert.Equivalent(
            expected, (await bench.Snapshots.ReadAsync(filter: filter)).Series, strict: true);
    }

    [Theory, EveryDatabase]
    public async Task Read_EmptyDatabase_IsEmptyAndHasNoVersion(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);

        Assert.Empty((await bench.Snapshots.ReadAsync()).Series);
        Assert.Null(await bench.Snapshots.DataVersionAsync());
    }

    [Theory, EveryDatabase]
    public async Task DataVersion_AfterAnImport_IsItsMoment(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        await bench.ImportAsync(Line(s_city, Bench.June, "1"));

        ImportReport report = await bench.ImportAsync(Line(s_city, Bench.June, "2"));

        Assert.Equal(report.KnownSince, await bench.Snapshots.DataVersionAsync());
    }

    [Theory, EveryDatabase]
    public async Task Query_CorrectedFigure_GivesTheNewestVintageKnownThen(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        ImportReport first = await bench.ImportAsync(Line(s_city, Bench.June, "1"), Line(s_bank, Bench.June, "7"));
        await bench.ImportAsync(Line(s_city, Bench.June, "2"));
        var query = new ObservationQuery("loans.all.balance", Bank: string.Empty);

        Assert.Equal(2m, Assert.Single(await bench.Observations.QueryAsync(query, RowScope.Everything, "320900")).Value!.Value.Number);
        Vintage then = Assert.Single(await bench.Observations.QueryAsync(query with { AsOf = first.KnownSince }, RowScope.Everything, "320900"));
        Assert.Equal((1m, s_city), (then.Value!.Value.Number, then.Series));
        Assert.Equal(2, (await bench.Observations.QueryAsync(query with { Bank = null }, RowScope.Everything, "320900")).Count);
        Assert.Empty(await bench.Observations.QueryAsync(query with { From = Bench.June.AddMonths(1) }, RowScope.Everything, "320900"));
        Assert.Equal(then, await bench.Observations.FindAsync(then.ObservationId));
    }

    [Theory, EveryDatabase]
    public async Task Query_Rows_LeavesOutWhatTheScopeDoesNotSee(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        SeriesKey[] all =
        [
            .. new[] { null, "A", "B" }.SelectMany(bank => s_areas
                .Select(region => new SeriesKey("loans.all.balance", "rmb_fx", bank, region))),
        ];
        await bench.ImportAsync([.. all.Select(series => Line(series, Bench.June, "1"))]);
        HashSet<string> bank = ["A"];
        HashSet<string> county = ["320902"];

        foreach (RowScope rows in new RowScope[]
        {
            RowScope.Everything, RowScope.NoBanks, new(bank, null), new(null, county), new(bank, county),
        })
        {
            IReadOnlyList<Vintage> seen = await bench.Observations.QueryAsync(
                new ObservationQuery("loans.all.balance"), rows, "320900");

            Assert.Equal(
                all.Where(series => rows.Sees(series.Region, series.Bank, "320900")).ToHashSet(),
                seen.Select(row => row.Series).ToHashSet());
        }
    }

    [Theory, EveryDatabase]
    public async Task MasterData_ChangedBank_IsKnownInBothVersions(Provider provider)
    {
        await using Bench bench = await Bench.CreateAsync(provider);
        var reader = new MasterDataReader(bench.Database);
        ImportReport first = await bench.ImportAsync("bank A", "region 320900");
        Bank bank = (await reader.ReadAsync()).FindBank("A")!;
        var renaming = new StatisticsImporter(
            bench.Database,
            file => Parse(file) with
            {
                Banks = [bank with { Name = new LocalizedText("B", "B"), Closed = Bench.June }],
            },
            NoRules,
            bench.Clock);

        ImportReport second = await renaming.ImportAsync(File("renamed", "x"), new ImportRequest("li"));

        Assert.Equal((1, 1), (second.Stored, second.RowsRead));
        Bank now = (await reader.ReadAsync()).FindBank("A")!;
        Assert.Equal(("B", Bench.June), (now.Name.Zh, now.Closed));
        Assert.Equal(["A (alias)"], now.Aliases);
        Assert.Equal("A", (await reader.ReadAsync(first.KnownSince)).FindBank("A")!.Name.Zh);
        Assert.Equal("320900", Assert.Single((await reader.ReadAsync()).Regions).Code);
        Assert.Empty((await reader.ReadAsync(first.KnownSince!.Value.AddTicks(-1))).Banks);
    }

    [Fact]
    public void StoredNumber_AnyNumberThatFits_ComesBackTheSame() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Long, CsCheck.Gen.Int[0, 2]),
            pair =>
            {
                (long whole, int at) = pair;
                (Unit unit, decimal scale) = new[] { (Unit.Yuan, 100m), (Unit.Count, 1m), (Unit.Percent, 10_000m) }[at];
                var quantity = new Quantity(whole / scale, unit);

                Assert.True(StoredNumber.TryFrom(quantity, out StoredNumber stored));
                Assert.Equal(quantity, stored.ToQuantity());
            });
}
