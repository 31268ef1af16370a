using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation;

/// <summary>What the rules compare a file with.</summary>
/// <param name="Master">The banks and areas known when the file arrived.</param>
/// <param name="Stored">
/// What is stored for the file's series and for the same indicators of its banks in other areas, at least for the file's
/// months and three before.
/// </param>
/// <param name="Indicators">All known indicators by code; figures of other codes are not judged by their size.</param>
public sealed record CheckContext(
    MasterData Master, StatisticsSnapshot Stored, IReadOnlyDictionary<string, Indicator> Indicators);
