using SmeKpi.Core.Statistics;

namespace SmeKpi.Storage.Imports;

/// <summary>What a file is checked against: everything that is known when it is stored.</summary>
/// <param name="Known">All stored months of the file's series, and perhaps of other series.</param>
public sealed record CheckInput(MasterData Master, StatisticsSnapshot Known);
