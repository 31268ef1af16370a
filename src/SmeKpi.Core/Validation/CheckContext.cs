using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation;

/// <summary>What the rules compare a file with.</summary>
/// <param name="Master">The banks and areas known when the file arrived.</param>
/// <param name="Stored">
/// What is stored for the file's series and for the same indicators of its banks in other areas, at least for the file's
/// months and three before; also the same indicators of all banks and areas and the loan prime rate for the file's months, the
/// month before and the same month a year before.
/// </param>
/// <param name="Indicators">All known indicators by code; figures of other codes are not judged by their size.</param>
public sealed record CheckContext(
    MasterData Master, StatisticsSnapshot Stored, IReadOnlyDictionary<string, Indicator> Indicators)
{
    /// <summary>
    /// The other forms that the file's bank has filed for the file's months, the month before and the same month a year
    /// before; the newest of each.
    /// </summary>
    public IReadOnlyList<FormSheet> OtherForms { get; init; } = [];

    /// <summary>The month the file is filed for; null when nobody said.</summary>
    public YearMonth? Month { get; init; }

    /// <summary>The month in which the file is checked; null when no clock was given.</summary>
    public YearMonth? Today { get; init; }
}
