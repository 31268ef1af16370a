using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Imports;

/// <summary>What a file is checked against: everything that is known when it is stored.</summary>
/// <param name="Known">
/// All stored months of the file's series and of the same indicators of its banks in other areas; of all banks and the
/// loan prime rate the file's months, those before and those a year before; perhaps more.
/// </param>
public sealed record CheckInput(MasterData Master, StatisticsSnapshot Known)
{
    /// <summary>Other forms of the same bank.</summary>
    public IReadOnlyList<FormSheet> OtherForms { get; init; } = [];

    /// <summary>The month that the file was filed for; null when nobody said.</summary>
    public YearMonth? FiledFor { get; init; }
}
