using SmeKpi.Core.Units;

namespace SmeKpi.Core.Attribution;

/// <summary>What somebody granted to enterprises before and now, and the interest a year of it brings.</summary>
public sealed record RateHolding(
    string Code, Money GrantedBefore, Money InterestBefore, Money GrantedNow, Money InterestNow);

/// <summary>A part's share in the drop of a weighted rate. Positive lowers the rate.</summary>
/// <param name="ShareBefore">Of all that was granted.</param>
/// <param name="RateBefore">Null when nothing was granted then.</param>
/// <param name="RateEffect">利率效应: mean share × drop of the own rate.</param>
/// <param name="MixEffect">结构效应: mean own rate, less that of all, × loss of share.</param>
public sealed record RateMixPart(
    string Code,
    Presence Presence,
    Percentage ShareBefore,
    Percentage ShareNow,
    Percentage? RateBefore,
    Percentage? RateNow,
    BasisPoints RateEffect,
    BasisPoints MixEffect)
{
    public BasisPoints Effect => RateEffect + MixEffect;
}

/// <summary>Splits the drop of a weighted average rate into lower rates and a changed mix, without a leftover.</summary>
/// <remarks>
/// Source of the method: midpoint weights (Marshall-Edgeworth): Δr = Σ mean share × Δrate + Σ mean rate × Δshare.
/// Changes of shares add up to zero, so the mean rate of all is taken from every bank's own without touching the sum;
/// then a bank counts in the mix by being dearer or cheaper than the rest, not by granting at a rate at all. Who entered
/// or left has no second rate to compare: the whole of their effect is mix.
/// </remarks>
/// <param name="Drop">Rate before − rate now; the effects of all parts add up to it.</param>
/// <param name="Parts">By code; those that granted nothing in either window are left out.</param>
public sealed record RateMix(BasisPoints Drop, IReadOnlyList<RateMixPart> Parts)
{
    /// <param name="holdings">One for each part, in any order.</param>
    /// <returns>Null when nothing was granted in one of the windows.</returns>
    public static RateMix? Split(IEnumerable<RateHolding> holdings)
    {
        // In one order, so that sums of decimals end on the same digit whatever the order given.
        List<RateHolding> parts = [.. holdings.OrderBy(part => part.Code, StringComparer.Ordinal)];
        Window before = new(parts.Sum(part => part.GrantedBefore.Yuan), parts.Sum(part => part.InterestBefore.Yuan));
        Window now = new(parts.Sum(part => part.GrantedNow.Yuan), parts.Sum(part => part.InterestNow.Yuan));
        return before.Granted > 0m && now.Granted > 0m
            ? new RateMix(
                BasisPoints.FromFraction(before.Rate - now.Rate),
                [.. parts.Where(HasAnything).Select(part => Effects(part, before, now))])
            : null;
    }

    private static bool HasAnything(RateHolding part) =>
        part is not { GrantedBefore.Yuan: 0m, InterestBefore.Yuan: 0m, GrantedNow.Yuan: 0m, InterestNow.Yuan: 0m };

    private static RateMixPart Effects(RateHolding part, Window before, Window now)
    {
        decimal shareBefore = part.GrantedBefore.Yuan / before.Granted;
        decimal shareNow = part.GrantedNow.Yuan / now.Granted;
        Percentage? rateBefore = part.InterestBefore.ShareOf(part.GrantedBefore);
        Percentage? rateNow = part.InterestNow.ShareOf(part.GrantedNow);
        decimal middle = (before.Rate + now.Rate) / 2m;
        decimal whole = (part.InterestBefore.Yuan / before.Granted) - (part.InterestNow.Yuan / now.Granted)
            - (middle * (shareBefore - shareNow));
        decimal rate = rateBefore is { } high && rateNow is { } low
            ? (shareBefore + shareNow) / 2m * (high.Fraction - low.Fraction)
            : 0m;
        return new RateMixPart(
            part.Code,
            rateBefore is null ? Presence.Entered : rateNow is null ? Presence.Left : Presence.Continuing,
            Percentage.FromFraction(shareBefore),
            Percentage.FromFraction(shareNow),
            rateBefore,
            rateNow,
            BasisPoints.FromFraction(rate),
            BasisPoints.FromFraction(whole - rate));
    }

    private readonly record struct Window(decimal Granted, decimal Interest)
    {
        public decimal Rate => Interest / Granted;
    }
}
