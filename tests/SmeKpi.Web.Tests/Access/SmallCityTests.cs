using System.Text;
using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.SampleData;
using SmeKpi.Storage;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Lineage;
using SmeKpi.Web.Tests.Support;

namespace SmeKpi.Web.Tests.Access;

/// <summary>A made-up city of six banks: four of them lend in one county, five in the next, six in the third.</summary>
public sealed class SmallCityTests(SeededDatabase seeded)
{
    private const string City = "320900";
    private const string Small = "320904";
    private const string Protecting = "320921";
    private const string Large = "320922";

    private static readonly YearMonth s_december = new(2024, 12);
    private static readonly YearMonth s_june = new(2025, 6);
    private static readonly RowScope s_bank = new(new HashSet<string> { "B001" }, null);

    [Fact]
    public async Task Readings_CountyOfFourBanks_IsWithheldWithTheNextSmallest()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await CityAsync(folder);

        IReadOnlyList<KpiReading> all = await ReadAsync(program, RowScope.Everything);
        IReadOnlyList<KpiReading> seen = await ReadAsync(program, s_bank);

        Assert.All(all, reading => Assert.NotNull(reading.Actual));
        Assert.Equal(
            [(City, false), (Small, true), (Protecting, true), (Large, false)],
            seen.Where(reading => reading.Subject.Bank is null)
                .Select(reading => (reading.Subject.Region, reading.Standing == Standing.Withheld)));
        Assert.All(seen.Where(reading => reading.Standing == Standing.Withheld), reading => Assert.Null(reading.Actual));
        Assert.Equal(
            all.Single(reading => reading.Subject == new Subject(City)), seen.Single(reading => reading.Subject == new Subject(City)));
        Assert.Equal(["B001"], seen.Select(reading => reading.Subject.Bank).OfType<string>().Distinct());
    }

    [Fact]
    public async Task Readings_OfAMonthThatRestsOnASmallOne_AreWithheldToo()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await CityAsync(folder);
        await ImportAsync(program, "later.csv", Lines(s_june, "B005", Small), Lines(s_june, "B006", Small));

        KpiReading june = (await ReadAsync(program, s_bank)).Single(reading => reading.Subject == new Subject(Small));

        // Six banks report for June, but only four did for December, from which the increment is counted.
        Assert.Equal(Standing.Withheld, june.Standing);
    }

    [Fact]
    public async Task Totals_OfASmallCounty_AreLeftOutOfTheStoredValues()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await CityAsync(folder);
        await ImportAsync(program, "published.csv", Lines(s_june, "", Small), Lines(s_june, "", Large), Lines(s_june, "", City));
        IReadOnlyList<Vintage> stored = await program.Get<ObservationReader>().QueryAsync(
            new ObservationQuery("loans.all.balance", Bank: string.Empty), s_bank, City);

        IReadOnlyList<Vintage> shown = await program.Get<SmallGroupShelf>().WithholdAsync(
            stored, City, null, TestContext.Current.CancellationToken);

        Assert.Equal([City, Small, Large], stored.Select(row => row.Series.Region));
        Assert.Equal([City, Large], shown.Select(row => row.Series.Region));
    }

    [Fact]
    public async Task File_WithAnothersRowsThatWereKnownAlready_IsNotOpenToTheBank()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await CityAsync(folder);
        YearMonth july = new(2025, 7);
        await ImportAsync(program, "B002.csv", Lines(july, "B002", Large));
        int own = await ImportAsync(program, "B001.csv", Lines(july, "B001", Large));
        int mixed = await ImportAsync(program, "both.csv", Lines(july, "B002", Large), Lines(july, "B001", Protecting));
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        // What the second bank says again was stored before: the database alone takes the file for the first bank's.
        Assert.Contains(mixed, (await program.Get<ImportReader>().OfBanksAsync(s_bank, City, cancellation)).Select(file => file.Id));
        Assert.False(await program.Get<ImportRows>().IsOpenAsync(mixed, s_bank, City, cancellation));
        Assert.True(await program.Get<ImportRows>().IsOpenAsync(own, s_bank, City, cancellation));
    }

    [Fact]
    public async Task Cell_InAFileWithAnothersRows_IsShownWithoutFileAndSurroundings()
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await CityAsync(folder);
        YearMonth july = new(2025, 7);
        int own = await ImportAsync(program, "B001.csv", Lines(july, "B001", Large));
        int mixed = await ImportAsync(program, "both.csv", Lines(july, "B002", Large), Lines(july, "B001", Protecting));
        IReadOnlyList<Vintage> stored = await program.Get<ObservationReader>().QueryAsync(
            new ObservationQuery("loans.all.balance", From: july, To: july), RowScope.Everything, City);

        CellLineage? alone = await FindAsync(own, "B001", Role.BankReporter);
        CellLineage? shared = await FindAsync(mixed, "B001", Role.BankReporter);
        CellLineage? whole = await FindAsync(mixed, "B001", Role.Analyst);

        Assert.Equal((true, "B001.csv", WindowGap.None), (alone!.FileIsOpen, alone.Stored.FileName, alone.Window!.Gap));
        Assert.Equal((false, "", ""), (shared!.FileIsOpen, shared.Stored.FileName, shared.Stored.Sha256));
        Assert.Null(shared.Window);
        Assert.NotNull(shared.Stored.Value);
        Assert.Equal("both.csv", whole!.Stored.FileName);
        Assert.Equal(3, whole.Window!.Rows.Count);
        Assert.Null(await FindAsync(mixed, "B002", Role.BankReporter));
        Assert.Null(await FindAsync(mixed, "B002", Role.Leader));

        Task<CellLineage?> FindAsync(int import, string bank, Role role) => ALineage.Cells(program, role).FindAsync(
            stored.First(each => each.ImportId == import && each.Series.Bank == bank).ObservationId,
            withWindow: true,
            TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(Small, Role.Department, true)]
    [InlineData(Protecting, Role.Department, true)]
    [InlineData(Large, Role.Department, false)]
    [InlineData(City, Role.Department, false)]
    [InlineData(Small, Role.BankReporter, true)]
    [InlineData(Small, Role.Analyst, false)]
    public async Task Figure_OfACountyOfFourBanks_IsWithheldLikeItsReading(string region, Role role, bool isWithheld)
    {
        using TemporaryFolder folder = new();
        await using ProgramServices program = await CityAsync(folder);
        VisibleFigures figures = ALineage.Figures(program, role);
        ViewQuery query = new(s_june, Region: region);
        Law law = program.Get<Law>();

        FigureLineage? figure = await figures.FigureAsync(
            law.Indicators.Find("loans.all.balance")!, law.Indicators.FindScope("rmb_fx")!, query, null, null, TestContext.Current.CancellationToken);
        ReadingLineage? reading = await figures.ReadingAsync(
            KpiCatalog.All[0], law.Policy.Provision(NetNewLoans.Id).Readings[0], query, null, TestContext.Current.CancellationToken);

        Assert.Equal((isWithheld, isWithheld), (figure!.IsWithheld, figure.Value is null));
        Assert.Equal((isWithheld, isWithheld), (reading!.Formula is null, reading.Figures.Count == 0));
        Assert.All(figure.Parts, part => Assert.True(role == Role.Analyst || part.Stored.Series.Bank == "B001"));
        Assert.Equal(role == Role.Analyst || (role != Role.Department && !isWithheld), figure.Parts.Count > 0);
        Assert.Equal(role == Role.Analyst, figure.AddsUp);
    }

    private static Task<IReadOnlyList<KpiReading>> ReadAsync(ProgramServices program, RowScope rows) =>
        program.Get<CityData>().ReadingsAsync(
            new ReadingQuery(City, s_june, s_june, NetNewLoans.Id, "ruling",
            [
                new Subject(City), new Subject(Small), new Subject(Protecting), new Subject(Large),
                new Subject(City, "B001"), new Subject(City, "B002"),
            ]),
            rows,
            TestContext.Current.CancellationToken);

    private async Task<ProgramServices> CityAsync(TemporaryFolder folder)
    {
        ProgramServices program = new(await seeded.CopyEmptyAsync(folder));
        await ImportAsync(program, "banks.csv", Encoding.UTF8.GetBytes(
            "bank_code,name_zh,name_en,type,locally_incorporated,opened,closed,successor\n"
            + string.Concat(Enumerable.Range(1, 6).Select(i => $"B00{i},虚构银行{i},Made-up Bank {i},rural,true,,,\n"))));
        string[] lines =
        [
            .. new[] { (Small, 4), (Protecting, 5), (Large, 6) }
                .SelectMany(county => Enumerable.Range(1, county.Item2)
                    .SelectMany(i => new[] { Lines(s_december, $"B00{i}", county.Item1), Lines(s_june, $"B00{i}", county.Item1) })),
        ];
        await ImportAsync(program, "returns.csv", lines);
        return program;
    }

    private static string Lines(YearMonth month, string bank, string region) =>
        $"{month},{bank},{region},loans.all.balance,rmb_fx,{(bank.Length == 0 ? 90 : 10) + (month.Month % 12)}.5,亿元";

    private static Task<int> ImportAsync(ProgramServices program, string name, params string[] lines) =>
        ImportAsync(program, name, TidyReturns.With(lines));

    private static async Task<int> ImportAsync(ProgramServices program, string name, byte[] content)
    {
        program.Clock.Advance(TimeSpan.FromMinutes(1));
        ImportReport report = await program.Get<StatisticsImporter>().ImportAsync(
            new SourceFile(name, content), new ImportRequest("tester"), TestContext.Current.CancellationToken);
        Assert.True(report.ImportId is not null, string.Join(' ', report.Findings));
        return report.ImportId!.Value;
    }
}
