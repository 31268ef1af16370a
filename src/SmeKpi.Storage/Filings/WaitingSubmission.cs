using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Filings;

/// <summary>A filing that still has to be explained, signed or published.</summary>
/// <param name="Indicators">The codes of those that it has figures of.</param>
/// <param name="IsWithBank">The bank has not signed it yet; else the regulator has not published it.</param>
public sealed record WaitingSubmission(
    int Id, string Bank, YearMonth Month, DateTimeOffset Received, IReadOnlyList<string> Indicators, bool IsWithBank);
