using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Kpis;

public sealed class BesideBookTests
{
    private static readonly Comparisons s_comparisons = Comparisons.Load(Repository.SeedData);
    private static readonly YearMonth s_june = new(2025, 6);

    private readonly StatisticsSnapshot _statistics = new();

    [Fact]
    public void NationGrowth_BothBalances_IsTheirRatio()
    {
        Loans(2024, 6, 200m);
        Loans(2025, 6, 214m);

        Assert.Equal(Percentage.FromPercent(7m), Book().NationGrowth(s_june));
    }

    [Fact]
    public void NationGrowth_ABalanceMissing_IsUnknown()
    {
        Loans(2025, 6, 214m);

        Assert.Null(Book().NationGrowth(s_june));
    }

    [Fact]
    public void LprChange_TwoYears_ComparesMeansOfTheSameMonths()
    {
        for (int month = 1; month <= 6; month++)
        {
            Lpr(2024, month, 3.45m);
            Lpr(2025, month, month < 6 ? 3.1m : 3.0m);
        }

        Lpr(2024, 7, 9m);

        Assert.Equal(Percentage.FromPercent(3.0m), Book().Lpr(s_june));
        // Five months at 3.10 and one at 3.00 make 18.5 / 6 against 3.45.
        Assert.Equal(-36.67m, Math.Round(Book().LprChange(s_june)!.Value.Number, 2));
    }

    [Fact]
    public void LprChange_AMonthMissing_IsUnknown()
    {
        for (int month = 1; month <= 6; month++)
        {
            Lpr(2024, month, 3.45m);
            if (month != 3)
            {
                Lpr(2025, month, 3.1m);
            }
        }

        Assert.Null(Book().LprChange(s_june));
    }

    private BesideBook Book() => new(_statistics, s_comparisons);

    private void Loans(int year, int month, decimal yi) => _statistics.Set(
        new SeriesKey(IndicatorCodes.LoansAll, ScopeCodes.Rmb, null, "100000"),
        new YearMonth(year, month),
        new KnownValue(Money.FromYiYuan(yi).ToQuantity(), false, 0));

    private void Lpr(int year, int month, decimal percent) => _statistics.Set(
        new SeriesKey(IndicatorCodes.Lpr1y, ScopeCodes.None, null, "100000"),
        new YearMonth(year, month),
        new KnownValue(new Quantity(percent, Unit.Percent), false, 0));
}
