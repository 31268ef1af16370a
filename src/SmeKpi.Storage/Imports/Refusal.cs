using SmeKpi.Core.Validation;

namespace SmeKpi.Storage.Imports;

/// <summary>A file that was refused, and why.</summary>
public sealed record Refusal(
    int Id, string Sha256, string FileName, DateTimeOffset At, IReadOnlyList<Finding> Findings);
