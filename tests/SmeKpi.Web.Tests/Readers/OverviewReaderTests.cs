using SmeKpi.Web.Tests.Samples;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Readers;

public sealed class OverviewReaderTests
{
    [Fact]
    public void From_AnyMonth_ShowsTheFiveTargetsInTheOrderOfTheLaw() => Assert.Equal(
        ["M01.1", "M01.2", "M01.3", "M08.1", "M10.1"],
        View(SampleViews.Data(new YearMonth(2025, 6))).Targets.Select(target => target.Id));

    [Fact]
    public void From_OpeningBalanceOf14200Yi_BindsByGrowth()
    {
        BindingView binding = View(SampleViews.Data(new YearMonth(2025, 6))).Board.Binding!;

        Assert.Equal("M01.2", binding.Target);
        Assert.Equal(Money.FromYiYuan(2_000m).ToQuantity(), binding.ByAmount);
        Assert.Equal(Money.FromYiYuan(2_130m).ToQuantity(), binding.ByGrowth);
    }

    [Fact]
    public void From_OpeningBalanceUnknown_StillGivesWhatTheBindingTargetAsksFor()
    {
        BindingView binding = View(SampleViews.Data(new YearMonth(2025, 6)) with { OpeningBalance = null }).Board.Binding!;

        Assert.Null(binding.OpeningBalance);
        Assert.Equal(Money.FromYiYuan(2_130m).ToQuantity(), binding.ByGrowth);
    }

    [Fact]
    public void From_FirstMonthWithData_HasNoMonthBefore()
    {
        PeriodView period = View(SampleViews.Data(new YearMonth(2024, 12))).Period;

        Assert.Null(period.Previous);
        Assert.Equal(new YearMonth(2025, 1), period.Next);
        Assert.Equal(new YearMonth(2026, 3), period.Choices[0]);
    }

    [Fact]
    public void From_EmptyDatabase_OffersTheMonthAskedFor()
    {
        ViewData data = SampleViews.Data(new YearMonth(2025, 6)) with
        {
            FirstMonth = null, LastMonth = null, KnownSince = null, OpeningBalance = null, Readings = new ReadingIndex([]),
        };

        OverviewView view = View(data);

        Assert.Equal([new YearMonth(2025, 6)], view.Period.Choices);
        Assert.Null(view.Board.Binding!.Target);
        Assert.All(view.Targets, target => Assert.Null(target.Ruling));
    }

    private static OverviewView View(ViewData data) => OverviewReader.From(data, new ViewQuery());
}
