using SmeKpi.Core.Attribution;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Who moved a target, as far as the viewer may see it.</summary>
/// <param name="Total">What all together moved it by: points of growth, or basis points.</param>
/// <param name="Rows">Largest effect first, then those without one, then those withheld.</param>
/// <param name="IsComplete">False when figures are missing, so that the rows do not explain all.</param>
/// <param name="IsWhole">False when there are rows that the viewer does not see.</param>
public sealed record CausesView(
    string Id,
    string Reading,
    YearMonth Month,
    string Region,
    AttributedBy By,
    Quantity? Total,
    IReadOnlyList<CauseRow> Rows,
    bool IsComplete,
    bool IsWhole)
{
    /// <summary>The comparable change behind the total; only where there is one balance.</summary>
    public Quantity? TotalChange { get; init; }

    /// <summary>What the area's figures hold beyond the rows; null without a difference, and unless every row is seen.</summary>
    public CauseRow? Remainder { get; init; }

    /// <summary>Of all rows together; only for M08.1.</summary>
    public Quantity? RateEffect { get; init; }

    public Quantity? MixEffect { get; init; }

    /// <summary>Only for M08.1.</summary>
    public PassThrough? PassThrough { get; init; }

    public bool Synthetic { get; init; }

    /// <summary>Whether this is the rate, split into rate and mix.</summary>
    public bool IsRate => PassThrough is not null;
}

/// <summary>A bank or county and what it moved.</summary>
/// <param name="Name">Null for the remainder.</param>
/// <param name="Effect">In the unit of the total; null when a figure is missing.</param>
/// <param name="Terms">Of each growth that the target is made of: the change and its points.</param>
/// <param name="Rate">Shares, rates and both effects; only for M08.1.</param>
public sealed record CauseRow(
    string Code,
    LocalizedText? Name,
    Presence Presence,
    Quantity? Effect,
    IReadOnlyList<(Quantity? Change, Quantity? Points)> Terms,
    RateMixPart? Rate = null,
    bool IsWithheld = false)
{
    /// <summary>Some months of a window are missing: it counts with those it has.</summary>
    public bool LacksMonths { get; init; }
}

/// <summary>Both divisions of a target page.</summary>
/// <param name="Banks">Null for who may not see every bank.</param>
/// <param name="Counties">Null where the area has none.</param>
public sealed record TargetCauses(CausesView? Banks, CausesView? Counties);
