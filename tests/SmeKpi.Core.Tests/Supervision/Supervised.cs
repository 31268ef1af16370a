using SmeKpi.Core.Calendar;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Tests.Kpis;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Supervision;

/// <summary>Banks of a made-up city under the repository's own rules; without the assessments of the demonstration.</summary>
internal static class Supervised
{
    public const string Own = "A";

    public static SupervisionRules Rules { get; } =
        SupervisionRules.Load(Path.Combine(Repository.SeedData, "supervision"), Repository.Policy) with
        {
            Assessments = new AssessmentBook([]),
        };

    public static DateOnly Today { get; } = new(2026, 1, 31);

    public static Assessment Decided(
        int year, AssessmentMode mode, decimal? planYi = null, decimal? goal = null, string bank = Own) => new(
            bank,
            year,
            mode,
            planYi is { } yi ? Money.FromYiYuan(yi) : null,
            goal is { } percent ? Percentage.FromPercent(percent) : null,
            new DateOnly(year, 2, 1),
            "office",
            "letter",
            Synthetic: true);

    public static BankInput Tested(this City city, string month, params Assessment[] decided) => new(
        city.Input(month, bank: Own), Rules with { Assessments = new AssessmentBook(decided) }, [], [], Today);

    public static BankTestResult Test(this BankInput input, string id) =>
        BankTestCatalog.Evaluate(input).Single(result => result.Rule.Id == id);

    /// <summary>Balances of all loans and of inclusive loans in 亿元.</summary>
    public static City Balances(this City city, string month, decimal all, decimal inclusive, string bank = Own) => city
        .Reported(bank, month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, all)
        .Reported(bank, month, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, inclusive);

    /// <summary>Bad loans in 亿元.</summary>
    public static City Npl(this City city, string month, decimal all, decimal inclusive, string bank = Own) => city
        .Reported(bank, month, IndicatorCodes.LoansAllNpl, ScopeCodes.RmbFx, all)
        .Reported(bank, month, IndicatorCodes.LoansInclusiveMseNpl, ScopeCodes.Nfra, inclusive);

    public static FilingStatus Filed(string month, FilingState state, int days = 0) =>
        new(Own, "monthly-loans", YearMonth.Parse(month), state, null, days, null, null, true);

    public static FilingVersion Version(string month, SubmissionState state, bool wasRefused = false) =>
        new(Own, YearMonth.Parse(month), state, wasRefused);
}
