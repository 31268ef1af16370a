using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Tests.Samples;

namespace SmeKpi.Web.Tests.Readers;

public sealed class WaterfallTests
{
    [Fact]
    public void Of_ManyBanks_HasTwelveBarsThatEndAtTheTotal()
    {
        IReadOnlyList<WaterfallBar> bars = Waterfall.Of(SampleCauses.Growth(banks: 40, remainder: 0.5m));

        Assert.Equal(12, bars.Count);
        Assert.Equal(
            [.. Enumerable.Repeat(WaterfallKind.Part, 9), WaterfallKind.Others, WaterfallKind.Remainder, WaterfallKind.Total],
            bars.Select(bar => bar.Kind));
        Assert.Equal(31, bars[9].Count);
        Assert.All(bars.Zip(bars.Skip(1).SkipLast(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal(bars[^1].To, bars[^2].To);
        Assert.Equal(0.5m, bars[^2].Value.Number);
    }

    [Fact]
    public void Of_Movers_AreTheLargestByEitherSign()
    {
        IReadOnlyList<WaterfallBar> bars = Waterfall.Of(SampleCauses.Growth(banks: 12, remainder: 0m));

        Assert.Equal(bars.Take(9).Select(bar => Math.Abs(bar.Value.Number)).OrderDescending(), bars.Take(9).Select(bar => Math.Abs(bar.Value.Number)));
        Assert.DoesNotContain(bars, bar => bar.Kind is WaterfallKind.Remainder or WaterfallKind.Hidden);
    }

    [Fact]
    public void Of_RowsNotSeen_AreOneBarWithTheRest()
    {
        CausesView causes = SampleCauses.Growth(banks: 5, remainder: 0m);

        IReadOnlyList<WaterfallBar> bars = Waterfall.Of(causes with { Rows = [.. causes.Rows.Skip(2)], IsWhole = false });

        Assert.Equal(WaterfallKind.Hidden, bars[^2].Kind);
        Assert.Equal(bars[^1].To, bars[^2].To);
    }

    [Fact]
    public void Of_Rate_ShowsTheMixOfAllInOneBar()
    {
        IReadOnlyList<WaterfallBar> bars = Waterfall.Of(SampleCauses.Rate());

        Assert.Equal([WaterfallKind.Part, WaterfallKind.Part, WaterfallKind.Mix, WaterfallKind.Total], bars.Select(bar => bar.Kind));
        Assert.Equal((CorporateRateDrop.Id, Unit.BasisPoints), (SampleCauses.Rate().Id, bars[^1].Value.Unit));
    }

    [Fact]
    public void Of_NothingKnown_HasNoBars()
    {
        CausesView causes = SampleCauses.Growth(banks: 3, remainder: 0m);

        Assert.Empty(Waterfall.Of(causes with { Total = null }));
        Assert.Empty(Waterfall.Of(causes with { Rows = [.. causes.Rows.Select(row => row with { Effect = null })] }));
        Assert.Equal(AttributedBy.Bank, causes.By);
    }
}
