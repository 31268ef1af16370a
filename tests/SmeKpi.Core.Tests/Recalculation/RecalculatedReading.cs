using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>A reading as the second calculation sees it: yuan, percent, points, basis points as bare numbers.</summary>
/// <param name="Bank">Null for the area itself.</param>
/// <param name="Standing">As in design.md §9: achieved, on-track, behind …</param>
/// <param name="Published">True when every figure used is a published total.</param>
public sealed record RecalculatedReading(
    string Id,
    string Reading,
    YearMonth Month,
    string Region,
    string? Bank,
    decimal? Actual,
    decimal? Target,
    string Standing,
    decimal? LinearPace,
    decimal? RequiredRunRate,
    int Expected,
    int Received,
    bool Published);
