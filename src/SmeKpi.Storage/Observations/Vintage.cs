using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Observations;

/// <summary>One vintage of a value and everything about where it came from.</summary>
/// <param name="Value">Null means "not reported".</param>
/// <param name="Sha256">Of the file's bytes.</param>
public sealed record Vintage(
    long ObservationId,
    SeriesKey Series,
    YearMonth Month,
    Quantity? Value,
    ObservationStatus Status,
    bool Synthetic,
    DateTimeOffset KnownSince,
    int ImportId,
    string FileName,
    string Sha256,
    SourceCell Cell,
    string Actor,
    string? Publisher,
    string? Title,
    string? Address);
