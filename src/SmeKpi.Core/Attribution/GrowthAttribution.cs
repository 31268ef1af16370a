using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Attribution;

/// <summary>What somebody added to one growth of an area.</summary>
/// <param name="Change">Comparable change of the balance: closing − base − coverage adjustments; null when a figure is missing.</param>
/// <param name="Points">With the sign of the term, over the area's comparable base; null when either is missing.</param>
public readonly record struct TermContribution(Money? Change, BasisPoints? Points);

/// <summary>What a bank or county added to a target, term by term.</summary>
/// <param name="Code">Of the bank or area; empty for the whole and for the remainder.</param>
public sealed record GrowthContribution(string Code, Presence Presence, IReadOnlyList<TermContribution> Terms)
{
    /// <summary>All terms together in points; null when one of them is missing.</summary>
    public BasisPoints? Points => Terms.All(term => term.Points is not null)
        ? Terms.Aggregate(BasisPoints.FromFraction(0m), (sum, term) => sum + term.Points!.Value)
        : null;
}

/// <summary>增长贡献: who moved M01.1, M01.2 or M01.3, in points of growth.</summary>
/// <remarks>
/// Each part's comparable change over the base of the whole area, so that parts add up without weights. Source of the
/// method: contributions to growth as national accounts print them; coverage adjustments as in design.md §2.1.
/// </remarks>
/// <param name="Whole">The area itself.</param>
/// <param name="Parts">By code; what a part lacks is null.</param>
/// <param name="Remainder">What the area's figures hold beyond those of the parts; null when there is no difference.</param>
/// <param name="IsComplete">False when a figure of the area or of a part is missing: then the parts do not explain all.</param>
public sealed record GrowthAttribution(
    IReadOnlyList<GrowthTerm> Terms,
    GrowthContribution Whole,
    IReadOnlyList<GrowthContribution> Parts,
    GrowthContribution? Remainder,
    bool IsComplete)
{
    /// <param name="input">Whom it is about: an area, never a single bank.</param>
    /// <returns>Null where the reading is no growth of a balance.</returns>
    /// <exception cref="ArgumentException">The subject is a bank.</exception>
    public static GrowthAttribution? Of(KpiInput input, string id, ReadingDefinition reading, AttributedBy by)
    {
        if (input.Subject.Bank is not null)
        {
            throw new ArgumentException("A bank has no parts.", nameof(input));
        }

        if (GrowthTerm.Of(input.Policy, id, reading, input.Month) is not { } terms)
        {
            return null;
        }

        Money?[] bases = [.. terms.Select(term => ComparableBase(input, term))];
        GrowthContribution whole = Contribution(input.Figures, input.Subject, terms, bases) with { Code = string.Empty };
        List<GrowthContribution> parts =
        [
            .. AttributionParts.Of(
                    input.Figures.Master, input.Subject.Region, by, [terms[0].Base, terms[0].Closing])
                .Select(part => Contribution(input.Figures, part, terms, bases))
                // Not every bank has an office in every county: silence there is no gap.
                .Where(part => input.IsCity || part.Terms.Any(term => term.Change is not null)),
        ];
        GrowthContribution remainder = Rest(terms, whole, parts, bases);
        return new GrowthAttribution(
            terms,
            whole,
            parts,
            remainder.Terms.Any(term => term.Change is { Yuan: not 0m }) ? remainder : null,
            HasAll(input, terms) && parts.TrueForAll(part => part.Points is not null));
    }

    private static bool HasAll(KpiInput input, IReadOnlyList<GrowthTerm> terms) => terms
        .SelectMany(term => input.Resolve(term.Requests))
        .All(figure => figure is { Number: not null, IsComplete: true });

    private static GrowthContribution Contribution(
        FigureBook figures, Subject part, IReadOnlyList<GrowthTerm> terms, Money?[] bases)
    {
        bool before = AttributionParts.Exists(figures.Master, part, terms[0].Base);
        bool now = AttributionParts.Exists(figures.Master, part, terms[0].Closing);
        return new GrowthContribution(
            part.Bank ?? part.Region,
            before && now ? Presence.Continuing : now ? Presence.Entered : Presence.Left,
            [.. terms.Select((term, at) => Weighed(Change(figures, part, term), term, bases[at]))]);
    }

    private static TermContribution Weighed(Money? change, GrowthTerm term, Money? @base) => new(
        change,
        change is { } known && @base is { Yuan: > 0m } whole
            ? BasisPoints.FromFraction(term.Sign * known.Yuan / whole.Yuan)
            : null);

    private static Money? Change(FigureBook figures, Subject part, GrowthTerm term) =>
        AttributionParts.Numbers(figures, part, term.Requests) is [{ } first, { } last]
            ? Money.FromYuan(last - first) - Adjustments(figures, part, term)
            : null;

    private static Money? ComparableBase(KpiInput input, GrowthTerm term) =>
        input.Resolve(term.Requests) is [{ Number: { } first }, _]
            ? Money.FromYuan(first) + Adjustments(input.Figures, input.Subject, term)
            : null;

    private static Money Adjustments(FigureBook figures, Subject part, GrowthTerm term)
    {
        if (term.Adjustment is not { } indicator)
        {
            return Money.Zero;
        }

        Origin origin = figures.Resolve(part, term.Requests)[0].Origin;
        return Money.FromYuan(figures.Adjustments(part, origin, indicator, term.Scope, term.Base, term.Closing)
            .Sum(each => each.Number!.Value));
    }

    private static GrowthContribution Rest(
        IReadOnlyList<GrowthTerm> terms, GrowthContribution whole, List<GrowthContribution> parts, Money?[] bases) => new(
            string.Empty,
            Presence.Continuing,
            [.. whole.Terms.Select((all, at) => all.Change is { } change
                ? Weighed(change - Money.FromYuan(parts.Sum(part => part.Terms[at].Change?.Yuan ?? 0m)), terms[at], bases[at])
                : default)]);
}
