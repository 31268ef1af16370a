using SmeKpi.Core.Filing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Filings;

/// <summary>One version of a filing as it stood at a moment.</summary>
/// <param name="Month">yyyymm</param>
/// <param name="WasRefused">Whether it was unreadable or rejected at that moment or at any before.</param>
internal sealed record FiledState(string Bank, int Month, SubmissionState State, bool WasRefused);

/// <summary>A filing that waited at a moment.</summary>
internal sealed record WaitingRow(SubmissionRow Row, SubmissionState State);
