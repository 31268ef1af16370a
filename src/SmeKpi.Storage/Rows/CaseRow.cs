using SmeKpi.Core.Cases;

namespace SmeKpi.Storage.Rows;

/// <summary>监管事项. Rows of cases and steps are only ever added.</summary>
public sealed class CaseRow
{
    public int Id { get; init; }

    public required string BankCode { get; init; }

    /// <summary>An id of seed-data/supervision/cases.yaml.</summary>
    public required string Subject { get; init; }

    /// <summary>Only for a free subject.</summary>
    public string? Title { get; init; }

    /// <summary>yyyymm</summary>
    public int Month { get; init; }

    public bool Synthetic { get; init; }
}

/// <summary>One step of a case: who did what, when, and where it stood then.</summary>
public sealed class CaseStepRow
{
    public long Id { get; init; }

    public int CaseId { get; init; }

    /// <summary>Counts the steps of the case, from 1; of two writers that write the same one, the second fails.</summary>
    public int Number { get; init; }

    public CaseAct Act { get; init; }

    public CaseState State { get; init; }

    public long AtTicks { get; init; }

    public required string Actor { get; init; }

    public string? Role { get; init; }

    public required string Text { get; init; }

    /// <summary>yyyymmdd; only when the bank was asked</summary>
    public int? DeadlineYmd { get; init; }

    public CaseFinding? Finding { get; init; }

    /// <summary>The figures as known when the notice was sent; null when it rests on none.</summary>
    public string? EvidenceJson { get; init; }

    /// <summary>The entry of the audit chain that records the step; null for made-up cases.</summary>
    public long? AuditNumber { get; init; }
}
