using SmeKpi.Core.Digest;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Digest;

public sealed class LikeForLikeTests
{
    [Fact]
    public void Change_TwoWholeMonths_IsTheirDifference() => Assert.Equal(
        new Quantity(0.5m, Unit.Percent),
        LikeForLike.Change(Reading("2025-06", 15.5m, Unit.Percent), Reading("2025-05", 15m, Unit.Percent)));

    [Fact]
    public void Change_January_OfAnAmountIsItsOwn_OfAYearsRateIsUnknown()
    {
        Assert.Equal(
            new Quantity(300m, Unit.Yuan),
            LikeForLike.Change(Reading("2025-01", 300m, Unit.Yuan), Reading("2024-12", 2000m, Unit.Yuan)));
        Assert.Null(LikeForLike.Change(Reading("2025-01", 3m, Unit.BasisPoints), Reading("2024-12", 9m, Unit.BasisPoints)));
        Assert.Equal(
            new Quantity(1m, Unit.Points),
            LikeForLike.Change(Reading("2025-01", 3m, Unit.Points), Reading("2024-12", 2m, Unit.Points)));
    }

    [Fact]
    public void Change_MonthsThatCannotBeCompared_IsUnknown()
    {
        KpiReading now = Reading("2025-06", 15.5m, Unit.Percent);
        KpiReading before = Reading("2025-05", 15m, Unit.Percent);

        Assert.Null(LikeForLike.Change(now, null));
        Assert.Null(LikeForLike.Change(null, before));
        Assert.Null(LikeForLike.Change(now, Reading("2025-04", 15m, Unit.Percent)));
        Assert.Null(LikeForLike.Change(now, before with { Origin = Origin.Published }));
        Assert.Null(LikeForLike.Change(now, before with { Completeness = new Completeness(40, 39) }));
        Assert.Null(LikeForLike.Change(now with { Standing = Standing.Incomplete }, before));
        Assert.Null(LikeForLike.Change(now with { Actual = null }, before));
    }

    private static KpiReading Reading(string month, decimal actual, Unit unit) => new()
    {
        Id = "M01.2",
        Reading = "ruling",
        Month = YearMonth.Parse(month),
        Subject = new Subject("320900"),
        Actual = new Quantity(actual, unit),
        Target = null,
        Standing = Standing.OnTrack,
        Completeness = new Completeness(40, 40),
        Origin = Origin.Banks,
        Synthetic = false,
    };
}
