using SmeKpi.Core.Attribution;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Attribution;

public sealed class RateMixTests
{
    private const decimal Exactness = 0.001m;

    [Fact]
    public void Split_AThousandRandomPortfolios_AddsUpInAnyOrder()
    {
        Random random = new(20250630);
        for (int portfolio = 0; portfolio < 1_000; portfolio++)
        {
            RateHolding[] holdings = [.. Enumerable.Range(0, random.Next(1, 61)).Select(at => Holding(random, at))];
            RateMix? split = RateMix.Split(holdings);

            if (split is null)
            {
                Assert.True(holdings.Sum(each => each.GrantedBefore.Yuan) == 0m || holdings.Sum(each => each.GrantedNow.Yuan) == 0m);
                continue;
            }

            decimal drop = Rate(holdings, each => (each.InterestBefore, each.GrantedBefore))
                - Rate(holdings, each => (each.InterestNow, each.GrantedNow));
            Assert.InRange(split.Parts.Sum(part => part.Effect.Number) - (drop * 10_000m), -Exactness, Exactness);
            Assert.InRange(Textbook(split) - (drop * 10_000m), -Exactness, Exactness);
            random.Shuffle(holdings);
            Assert.Equal(split.Parts, RateMix.Split(holdings)!.Parts);
        }
    }

    [Fact]
    public void Split_RatesFellAndSharesStayed_IsAllRate()
    {
        RateMix split = Split(("A", 100m, 5m, 100m, 4m), ("B", 100m, 3m, 100m, 3m));

        Assert.Equal(50m, split.Drop.Number);
        Assert.Equal((50m, 0m), (split.Parts[0].RateEffect.Number, split.Parts[0].MixEffect.Number));
        Assert.Equal((0m, 0m), (split.Parts[1].RateEffect.Number, split.Parts[1].MixEffect.Number));
    }

    [Fact]
    public void Split_CheapBankGrewAndRatesStayed_IsAllMix()
    {
        RateMix split = Split(("CHEAP", 100m, 3m, 300m, 3m), ("DEAR", 300m, 5m, 100m, 5m));

        Assert.Equal(100m, split.Drop.Number);
        Assert.All(split.Parts, part => Assert.Equal(0m, part.RateEffect.Number));
        Assert.All(split.Parts, part => Assert.Equal(50m, part.MixEffect.Number));
    }

    [Fact]
    public void Split_RateAndShareChange_WeighsByTheMiddle()
    {
        RateMixPart part = Split(("A", 100m, 4m, 300m, 3m), ("B", 300m, 4m, 100m, 4m)).Parts[0];

        Assert.Equal(50m, part.RateEffect.Number);
        Assert.Equal((Presence.Continuing, 0.25m, 0.75m), (part.Presence, part.ShareBefore.Fraction, part.ShareNow.Fraction));
    }

    [Fact]
    public void Split_BankThatEnteredOrLeft_IsAllMix()
    {
        RateMix split = Split(("IN", 0m, 0m, 100m, 2m), ("OUT", 100m, 6m, 0m, 0m), ("STAY", 100m, 4m, 100m, 4m));

        Assert.Equal(200m, split.Drop.Number);
        Assert.Equal([Presence.Entered, Presence.Left, Presence.Continuing], split.Parts.Select(part => part.Presence));
        Assert.Equal([100m, 100m, 0m], split.Parts.Select(part => part.MixEffect.Number));
        Assert.All(split.Parts, part => Assert.Equal(0m, part.RateEffect.Number));
        Assert.Null(split.Parts[0].RateBefore);
    }

    [Fact]
    public void Split_NothingGrantedInAWindow_IsNotKnown() => Assert.Null(RateMix.Split([Of("A", 100m, 4m, 0m, 0m)]));

    /// <summary>Σ mean share × Δrate + Σ mean rate × Δshare, as written in books; the missing rate is the other one.</summary>
    private static decimal Textbook(RateMix split) => -10_000m * split.Parts.Sum(part =>
    {
        decimal before = (part.RateBefore ?? part.RateNow)!.Value.Fraction;
        decimal now = (part.RateNow ?? part.RateBefore)!.Value.Fraction;
        return ((part.ShareBefore.Fraction + part.ShareNow.Fraction) / 2m * (now - before))
            + ((before + now) / 2m * (part.ShareNow.Fraction - part.ShareBefore.Fraction));
    });

    private static decimal Rate(RateHolding[] holdings, Func<RateHolding, (Money Interest, Money Granted)> window) =>
        holdings.Sum(each => window(each).Interest.Yuan) / holdings.Sum(each => window(each).Granted.Yuan);

    private static RateHolding Holding(Random random, int at)
    {
        (decimal before, decimal now) = random.Next(6) switch
        {
            0 => (0m, Yuan(random)),
            1 => (Yuan(random), 0m),
            2 => (0m, 0m),
            _ => (Yuan(random), Yuan(random)),
        };
        return new RateHolding(
            $"D{at:000}",
            Money.FromYuan(before),
            Money.FromYuan(before * random.Next(100, 900) / 10_000m),
            Money.FromYuan(now),
            Money.FromYuan(now * random.Next(100, 900) / 10_000m));
    }

    private static decimal Yuan(Random random) => random.NextInt64(1, 900_000_000_000) / 100m;

    private static RateMix Split(params (string, decimal, decimal, decimal, decimal)[] banks) =>
        RateMix.Split(banks.Select(bank => Of(bank.Item1, bank.Item2, bank.Item3, bank.Item4, bank.Item5)))!;

    /// <summary>Amounts in 亿元 and rates in percent, before and now.</summary>
    private static RateHolding Of(string code, decimal before, decimal rateBefore, decimal now, decimal rateNow) => new(
        code,
        Money.FromYiYuan(before),
        Money.FromYiYuan(before * rateBefore / 100m),
        Money.FromYiYuan(now),
        Money.FromYiYuan(now * rateNow / 100m));
}
