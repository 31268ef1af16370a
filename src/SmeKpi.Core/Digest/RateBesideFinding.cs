using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Digest;

/// <summary>The corporate rate of the year beside the one-year loan prime rate.</summary>
internal static class RateBesideFinding
{
    private const int Weight = 60;

    public static IEnumerable<DigestFinding> Find(DigestInput input)
    {
        if (input.Rates is not { } rates || input.Target(CorporateRateDrop.Id) is not { } target)
        {
            yield break;
        }

        Quantity distance = (Percentage.FromPercent(rates.Corporate.Number) - Percentage.FromPercent(rates.Prime.Number))
            .ToBasisPoints();
        string how = distance.Number > 0m ? "Above" : distance.Number < 0m ? "Below" : "Equal";
        yield return new DigestFinding(
            FindingKind.RateBeside,
            $"Rate_{how}",
            new Dictionary<string, FindingValue>
            {
                ["rate"] = new AmountValue(rates.Corporate, rates.Prime),
                ["prime"] = new AmountValue(rates.Prime),
                ["size"] = new SizeValue(distance),
            },
            Weight,
            target.Evidence);
    }
}
