using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>Blanks anywhere in the shipped city: what needs one of them is never green, and no blank counts as zero.</summary>
public sealed class GapPatternTests
{
    private const int Patterns = 500;
    private const int MostGaps = 6;

    private static readonly YearMonth s_first = new(2024, 1);
    private static readonly Subject s_city = new(TidyFigures.City);

    private static readonly string[] s_indicators =
    [
        IndicatorCodes.LoansAll, IndicatorCodes.LoansAllNpl, IndicatorCodes.LoansInclusiveMse,
        IndicatorCodes.LoansInclusiveMseNpl, IndicatorCodes.LoansCorporateGranted, IndicatorCodes.LoansCorporateInterest,
    ];

    [Fact]
    public void Evaluate_FiveHundredPatternsOfGaps_AreNeverGreenAndNeverZero()
    {
        // Totals are added up from the banks: a published total would stand in for a bank that is missing.
        (StatisticsSnapshot whole, MasterData master) =
            ShippedCity.Read(figure => figure.Series.Bank is not null && figure.Month >= s_first
                && IndicatorCodes.All.Contains(figure.Series.Indicator));
        List<string> banks = [.. master.Banks.Where(bank => bank is { Opened: null, Closed: null, Successor: null })
            .Where(bank => !master.PredecessorsOf(bank.Code).Any()).Select(bank => bank.Code)];
        Random random = new(15);
        int struck = 0;
        for (int pattern = 0; pattern < Patterns; pattern++)
        {
            YearMonth month = new(2025, random.Next(1, 13));
            Gap[] gaps =
            [
                .. Enumerable.Range(0, random.Next(1, MostGaps + 1)).Select(_ => new Gap(
                    banks[random.Next(banks.Count)],
                    s_indicators[random.Next(s_indicators.Length)],
                    month.AddMonths(-random.Next(0, 2) * random.Next(0, 13)))),
            ];
            struck += Check(whole, master, month, gaps);
        }

        // A pattern that strikes nothing proves nothing.
        Assert.True(struck > 2 * Patterns, $"{struck} readings were struck");
    }

    /// <returns>How many readings had a gap in what they need.</returns>
    private static int Check(StatisticsSnapshot statistics, MasterData master, YearMonth month, Gap[] gaps)
    {
        List<(SeriesKey Series, YearMonth Month, KnownValue Known)> taken = Take(statistics, gaps);
        int struck = 0;
        try
        {
            FigureBook figures = new(statistics, master);
            foreach (Subject subject in gaps.Select(gap => s_city with { Bank = gap.Bank }).Append(s_city).Distinct())
            {
                foreach (KpiReading reading in KpiCatalog.Evaluate(new KpiInput(figures, Repository.Policy, month, subject))
                    .Where(reading => reading.Reading == "ruling" && gaps.Any(gap => Needs(reading, gap))))
                {
                    string what = $"{reading.Id} {subject} {month}: {reading.Standing} {reading.Actual}; {string.Join(' ', gaps)}";
                    Assert.True(reading.Standing is not (Standing.Achieved or Standing.OnTrack), what);
                    Assert.True(subject.Bank is null || reading.Actual is null, what);
                    struck++;
                }
            }
        }
        finally
        {
            taken.ForEach(cell => statistics.Set(cell.Series, cell.Month, cell.Known));
        }

        return struck;
    }

    private static List<(SeriesKey, YearMonth, KnownValue)> Take(StatisticsSnapshot statistics, Gap[] gaps)
    {
        List<(SeriesKey Series, YearMonth Month, KnownValue Known)> taken =
        [
            .. from gap in gaps.Distinct()
               from series in statistics.SeriesOf(gap.Bank)
               where series.Indicator == gap.Indicator && statistics.Find(series, gap.Month) is not null
               select (series, gap.Month, statistics.Find(series, gap.Month)!.Value),
        ];
        taken.ForEach(cell => statistics.Set(cell.Series, cell.Month, cell.Known with { Value = null }));
        return taken;
    }

    /// <summary>The column "needs" of design.md 2.1, written down a second time.</summary>
    private static bool Needs(KpiReading reading, Gap gap)
    {
        YearMonth month = reading.Month;
        bool ofSubject = reading.Subject.Bank is null || reading.Subject.Bank == gap.Bank;
        bool now = gap.Month == month;
        bool yearBefore = gap.Month == month.AddMonths(-12);
        bool isLoan = gap.Indicator == IndicatorCodes.LoansAll;
        bool isInclusive = gap.Indicator == IndicatorCodes.LoansInclusiveMse;
        return ofSubject && reading.Id switch
        {
            NetNewLoans.Id => isLoan && (now || gap.Month == month.EndOfLastYear),
            LoanGrowth.Id => isLoan && (now || yearBefore),
            InclusiveGrowthGap.Id => (isLoan || isInclusive) && (now || yearBefore),
            CorporateRateDrop.Id => gap.Indicator is IndicatorCodes.LoansCorporateGranted or IndicatorCodes.LoansCorporateInterest
                && gap.Month <= month,
            NplGap.Id => now && (isLoan || isInclusive
                || gap.Indicator is IndicatorCodes.LoansAllNpl or IndicatorCodes.LoansInclusiveMseNpl),
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading.Id, "no target"),
        };
    }

    private sealed record Gap(string Bank, string Indicator, YearMonth Month);
}
