using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Units;

public sealed class IntervalTests
{
    [Fact]
    public void Shown_RoundedNumber_ReachesHalfAStepToBothSides()
    {
        Assert.Equal(new Interval(99.5m, 100.5m), Interval.Shown(100m, 1m));
        Assert.Equal(Interval.Exact(100m), Interval.Shown(100m, 0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Shown(1m, -1m));
    }

    [Theory]
    [InlineData(10, 1, 11, 1, true)]
    [InlineData(10, 1, 11.01, 1, false)]
    [InlineData(10, 0, 10, 0, true)]
    [InlineData(10, 0, 10.01, 0, false)]
    public void CanEqual_TwoRoundedNumbers_MayMissEachOtherByHalfOfBothSteps(
        double left, double leftStep, double right, double rightStep, bool possible)
    {
        Interval one = Interval.Shown((decimal)left, (decimal)leftStep);
        Interval other = Interval.Shown((decimal)right, (decimal)rightStep);

        Assert.Equal(possible, one.CanEqual(other));
        Assert.Equal(possible, other.CanEqual(one));
    }

    [Fact]
    public void Sum_ThreeRoundedParts_IsAsWideAsAllOfThem()
    {
        Interval sum = Interval.Sum([Interval.Shown(1m, 0.1m), Interval.Shown(2m, 0.1m), Interval.Shown(3m, 0.1m)]);

        Assert.Equal(new Interval(5.85m, 6.15m), sum);
        Assert.Equal("6 ± 0.15", sum.ToString());
        Assert.Equal(Interval.Exact(0m), Interval.Sum([]));
    }

    [Fact]
    public void CanBeAtMost_PartAboveTheWhole_IsPossibleWithinRounding()
    {
        Assert.True(Interval.Shown(100.1m, 0.1m).CanBeAtMost(Interval.Shown(100m, 0.1m)));
        Assert.False(Interval.Shown(100.2m, 0.1m).CanBeAtMost(Interval.Shown(100m, 0.1m)));
        Assert.True(Interval.Exact(5m).CanBeAtMost(Interval.Exact(5m)));
    }
}
