using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>A published figure of somebody else beside a target's value; never part of the verdict.</summary>
/// <param name="Name">Whose it is: the nation, the province.</param>
/// <param name="Scope">The statistical scope of the figure, which may be another than the target's.</param>
/// <param name="Month">The month of <paramref name="Value"/>: the newest one known by the month shown.</param>
/// <param name="Year">The twelve months of the year shown; null where nothing is published.</param>
/// <param name="Publisher">Who published it.</param>
public sealed record BesideView(
    LocalizedText Name,
    string Scope,
    YearMonth Month,
    Quantity Value,
    IReadOnlyList<Quantity?> Year,
    LocalizedText Publisher,
    Uri Address);

/// <summary>The one-year LPR beside the target of the corporate rate.</summary>
/// <param name="Change">Mean of the year so far against the same months of last year; null when a month is missing.</param>
public sealed record LprView(YearMonth Month, Quantity Rate, Quantity? Change, LocalizedText Publisher, Uri Address);
