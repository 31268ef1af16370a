using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Tests.Samples;

/// <summary>Made-up attributions of fictional banks.</summary>
public static class SampleCauses
{
    public static CausesView Growth(int banks, decimal remainder)
    {
        CauseRow[] rows = [.. Enumerable.Range(1, banks).Select(at => Row(at, (at % 3 == 0 ? -1m : 1m) * at / 10m))];
        return new CausesView(
            NetNewLoans.Id, "ruling", new(2025, 6), SampleViews.City, AttributedBy.Bank,
            new Quantity(rows.Sum(row => row.Effect!.Value.Number) + remainder, Unit.Points), rows, IsComplete: true, IsWhole: true)
        {
            TotalChange = Money.FromYiYuan(10m).ToQuantity(),
            Remainder = remainder == 0m ? null : Row(0, remainder) with { Name = null, Code = "" },
        };
    }

    public static CausesView Rate()
    {
        RateMix mix = RateMix.Split(
        [
            new("D001", Money.FromYiYuan(100m), Money.FromYiYuan(4m), Money.FromYiYuan(300m), Money.FromYiYuan(9m)),
            new("D002", Money.FromYiYuan(300m), Money.FromYiYuan(15m), Money.FromYiYuan(100m), Money.FromYiYuan(4.5m)),
        ])!;
        return new CausesView(
            CorporateRateDrop.Id, "ruling", new(2025, 6), SampleViews.City, AttributedBy.Bank, mix.Drop.ToBasisPoints(),
            [.. mix.Parts.Select(part => new CauseRow(part.Code, new($"示例{part.Code}", $"Example {part.Code}"), part.Presence, part.Effect.ToBasisPoints(), [], part))],
            IsComplete: true,
            IsWhole: true)
        {
            RateEffect = BasisPoints.FromFraction(mix.Parts.Sum(part => part.RateEffect.Fraction)).ToBasisPoints(),
            MixEffect = BasisPoints.FromFraction(mix.Parts.Sum(part => part.MixEffect.Fraction)).ToBasisPoints(),
            PassThrough = new PassThrough(
                Percentage.FromPercent(3.45m), Percentage.FromPercent(3.1m), BasisPoints.FromBasisPoints(35m), null),
        };
    }

    private static CauseRow Row(int at, decimal points) => new(
        $"D{at:000}", new($"示例银行{at}", $"Example bank {at}"), Presence.Continuing, new Quantity(points, Unit.Points),
        [(Money.FromYiYuan(points * 10m).ToQuantity(), new Quantity(points, Unit.Points))]);
}
