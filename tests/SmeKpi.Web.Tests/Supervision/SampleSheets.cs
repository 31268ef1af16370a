using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Supervision;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Supervision;

/// <summary>Twelve made-up rural banks with round numbers, tested by the repository's own rules.</summary>
internal static class SampleSheets
{
    public static YearMonth Month { get; } = new(2025, 12);

    public static SupervisionRules Rules { get; } = SupervisionRules.Load(
        Path.Combine(Repository.Root, "seed-data", "supervision"), Repository.Policy) with
    {
        Assessments = new AssessmentBook(
        [
            Decided("B02", AssessmentMode.Differentiated, 10m),
            Decided("B03", AssessmentMode.Exempt, null),
        ]),
    };

    /// <param name="banks">B01 fails the tolerance, B02 is differentiated and fails its plan, B03 exempt, B04 has no figures.</param>
    public static SupervisionData Data(int banks = 12, bool seesEveryBank = true, string? bank = null)
    {
        FigureBook figures = Figures(banks);
        IReadOnlyList<BankSheet> sheets = BankSheets.Of(figures.Master, Month, each => new BankInput(
            new KpiInput(figures, Repository.Policy, Month, new Subject(SampleViews.City, each.Code)), Rules, [], [], new DateOnly(2026, 1, 31)));
        var groups = Rules.Peers.Of(figures.Master, Month);
        return new SupervisionData(
            Month,
            SampleViews.City,
            bank is null ? sheets : [.. sheets.Where(sheet => sheet.Bank.Code == bank)],
            groups,
            PeerLines.Of(sheets, groups, Rules, bank, seesEveryBank ? 0 : 5),
            [],
            Rules,
            seesEveryBank,
            SeesFigures: seesEveryBank,
            MayOpenCase: seesEveryBank);
    }

    public static BanksView Banks(string? sort = null, string? group = null, string? failed = null, SupervisionData? data = null) =>
        BanksReader.From(
            SampleViews.Data(Month), data ?? Data(), BanksQuery.Parse(new ViewQuery(Month: Month), sort, group, failed));

    public static BankPageView Bank(string code, int banks = 12, bool seesEveryBank = true)
    {
        SupervisionData data = Data(banks, seesEveryBank, code);
        return new BankPageView(
            PeriodMapping.Period(SampleViews.Data(Month), new ViewQuery(Month: Month)),
            Repository.Dashboards.Single(dashboard => dashboard.Page == PageKind.Bank),
            data,
            data.Sheets[0].Bank,
            data.Sheets[0],
            [],
            ["B98"])
        {
            Cases = [],
        };
    }

    private static FigureBook Figures(int banks)
    {
        StatisticsSnapshot statistics = new();
        foreach (int at in Enumerable.Range(1, banks).Where(at => at != 4))
        {
            string code = $"B{at:00}";
            foreach ((YearMonth month, decimal all, decimal inclusive) in new[] { (new YearMonth(2024, 12), 1_000m, 100m), (Month, 1_100m, 109m + at) })
            {
                Set(code, month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, all);
                Set(code, month, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, inclusive);
                Set(code, month, IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx, 0m);
                Set(code, month, IndicatorCodes.LoansInclusiveMseNpl, ScopeCodes.Nfra, at == 1 ? 5m : 1m);
            }
        }

        IEnumerable<Bank> master = Enumerable.Range(1, banks).Select(at => new Bank(
            $"B{at:00}", new($"示例银行{at}", $"Example bank {at}"), BankType.Rural, true, null, null, null, []));
        return new FigureBook(statistics, new MasterData(master, SampleViews.Master.Regions));

        void Set(string bank, YearMonth month, string indicator, string scope, decimal yi) => statistics.Set(
            new SeriesKey(indicator, scope, bank, SampleViews.City), month, new KnownValue(Money.FromYiYuan(yi).ToQuantity(), true, 0));
    }

    private static Assessment Decided(string bank, AssessmentMode mode, decimal? plan) => new(
        bank, 2025, mode, plan is { } yi ? Money.FromYiYuan(yi + 5m) : null, null, new DateOnly(2025, 2, 1), "office", "letter", true);
}
