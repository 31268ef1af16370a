using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Attribution;

/// <summary>Who moved M08.1: the drop of the corporate rate by rate and mix of each bank or county.</summary>
/// <param name="Drop">The reading's own value; null when it has none.</param>
/// <param name="Parts">By code.</param>
/// <param name="Remainder">What the area's figures hold beyond the sum of the parts; null when there is no difference.</param>
/// <param name="Missing">Codes of parts that lack a month of either window; they count with the months they have.</param>
public sealed record RateAttribution(
    BasisPoints? Drop, IReadOnlyList<RateMixPart> Parts, BasisPoints? Remainder, IReadOnlyList<string> Missing)
{
    /// <summary>Below this many basis points a difference is the last digit of a division, not a difference of figures.</summary>
    private const decimal Exactness = 0.001m;

    public bool IsComplete => Drop is not null && Missing.Count == 0;

    /// <summary>利率效应 of all parts together; null when there are none.</summary>
    public BasisPoints? RateEffect => Sum(part => part.RateEffect);

    /// <summary>结构效应 of all parts together; null when there are none.</summary>
    public BasisPoints? MixEffect => Sum(part => part.MixEffect);

    /// <param name="input">Whom it is about: an area, never a single bank.</param>
    /// <returns>Null where the reading compares no windows in this month.</returns>
    /// <exception cref="ArgumentException">The subject is a bank.</exception>
    public static RateAttribution? Of(KpiInput input, ReadingDefinition reading, AttributedBy by)
    {
        if (input.Subject.Bank is not null)
        {
            throw new ArgumentException("A bank has no parts.", nameof(input));
        }

        if (CorporateRateDrop.Evaluate(input, reading) is not { } value)
        {
            return null;
        }

        RateWindows windows = RateWindows.Of(input.Month, reading.Name);
        List<(RateHolding Holding, bool IsMissing)> holdings =
        [
            .. AttributionParts.Of(
                    input.Figures.Master, input.Subject.Region, by,
                    [.. windows.Before.Months, .. windows.Now.Months])
                .Select(part => Holding(input.Figures, part, windows)),
        ];
        RateMix? split = RateMix.Split(holdings.Select(each => each.Holding));
        BasisPoints? drop = value.Actual is { } actual ? BasisPoints.FromBasisPoints(actual.Number) : null;
        BasisPoints? rest = drop is { } all && split is not null ? all - Total(split.Parts) : null;
        return new RateAttribution(
            drop,
            split?.Parts ?? [],
            rest is { } found && Math.Abs(found.Number) >= Exactness ? found : null,
            [.. holdings.Where(each => each.IsMissing && (input.IsCity || HasAny(each.Holding))).Select(each => each.Holding.Code)]);
    }

    private static (RateHolding, bool) Holding(FigureBook figures, Subject part, RateWindows windows)
    {
        IReadOnlyList<decimal?> numbers = AttributionParts.Numbers(
            figures, part, [.. windows.Before.Requests, .. windows.Now.Requests]);
        int split = windows.Before.Requests.Count;
        return (
            new RateHolding(
                part.Bank ?? part.Region,
                Every(numbers.Take(split), 1),
                Every(numbers.Take(split), 0),
                Every(numbers.Skip(split), 1),
                Every(numbers.Skip(split), 0)),
            numbers.Any(number => number is null));
    }

    /// <summary>Interest and amounts granted stand in turns.</summary>
    private static Money Every(IEnumerable<decimal?> numbers, int second) =>
        Money.FromYuan(numbers.Where((_, at) => at % 2 == second).Sum(number => number ?? 0m));

    private static bool HasAny(RateHolding holding) => holding.GrantedBefore.Yuan != 0m || holding.GrantedNow.Yuan != 0m;

    private BasisPoints? Sum(Func<RateMixPart, BasisPoints> effect) => Parts.Count == 0
        ? null
        : Parts.Aggregate(BasisPoints.FromFraction(0m), (sum, part) => sum + effect(part));

    private static BasisPoints Total(IReadOnlyList<RateMixPart> parts) =>
        parts.Aggregate(BasisPoints.FromFraction(0m), (sum, part) => sum + part.Effect);
}
