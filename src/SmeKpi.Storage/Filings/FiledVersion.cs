using SmeKpi.Core.Filing;
using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Filings;

/// <summary>One version of a filing and the state it had at a moment.</summary>
public sealed record FiledVersion(string Bank, YearMonth Month, SubmissionState State);

/// <summary>The same as the database gives it.</summary>
/// <param name="Month">yyyymm</param>
internal sealed record FiledState(string Bank, int Month, SubmissionState State);
