using SmeKpi.Core.Filing;

namespace SmeKpi.Storage.Rows;

/// <summary>A filing of a bank for a month. Its bytes never change; its state does, and every step is kept.</summary>
public sealed class SubmissionRow
{
    public int Id { get; init; }

    public required string BankCode { get; init; }

    /// <summary>yyyymm</summary>
    public int Month { get; init; }

    /// <summary>Counts the filings of a bank for a month, from 1.</summary>
    public int Sequence { get; init; }

    /// <summary>Lower-case hex</summary>
    public required string Sha256 { get; init; }

    public required string FileName { get; init; }

    public long ByteLength { get; init; }

    /// <summary>The way it came: page, api, folder, command.</summary>
    public required string Channel { get; init; }

    public SubmissionState State { get; set; }

    /// <summary>Grows with every step; of two writers that read the same one, the second fails.</summary>
    public int Version { get; set; }

    public required string Maker { get; init; }

    public long ReceivedTicks { get; init; }

    /// <summary>Empty until the file was recognised.</summary>
    public string Layout { get; set; } = string.Empty;

    public int RowsRead { get; set; }

    public bool Synthetic { get; set; }

    public string? Signer { get; set; }

    public long? SignedTicks { get; set; }

    public string? Publisher { get; set; }

    public long? PublishedTicks { get; set; }

    public int? ImportId { get; set; }

    /// <summary>The codes of the indicators that it has figures of; null until the file was read.</summary>
    public string? IndicatorsJson { get; set; }

    /// <summary>The cells of the forms in the file, for rules that compare filings; null when it holds none.</summary>
    public string? FormsJson { get; set; }
}

public sealed class SubmissionContentRow
{
    public int SubmissionId { get; init; }

    public required byte[] Content { get; init; }
}

/// <summary>One step of a filing: when, where to, by whom.</summary>
public sealed class SubmissionStepRow
{
    public long Id { get; init; }

    public int SubmissionId { get; init; }

    public long AtTicks { get; init; }

    public SubmissionState State { get; init; }

    public required string Actor { get; init; }

    public string? Role { get; init; }

    public string? Note { get; init; }

    /// <summary>The entry of the audit chain that records the step; null for the program's own steps.</summary>
    public long? AuditNumber { get; set; }
}

/// <summary>What a rule has against a filing, and the bank's reason.</summary>
public sealed class SubmissionFindingRow
{
    public long Id { get; init; }

    public int SubmissionId { get; init; }

    /// <summary>Counts the findings of a filing, from 1.</summary>
    public int Number { get; init; }

    public required string Rule { get; init; }

    /// <summary>What it is about, the same next month.</summary>
    public required string Subject { get; init; }

    /// <summary>yyyymm; null when it is about no month.</summary>
    public int? Month { get; init; }

    public required string FindingJson { get; init; }

    /// <summary>Whether it keeps the filing out, as the rules said when they ran.</summary>
    public bool Blocks { get; init; }

    public string? Reason { get; set; }

    public string? ReasonBy { get; set; }

    public long? ReasonTicks { get; set; }
}

/// <summary>规则异议: a bank holds that a rule is wrong; the regulator answers.</summary>
public sealed class RuleDisputeRow
{
    public int Id { get; init; }

    public required string Rule { get; init; }

    public int? SubmissionId { get; init; }

    public required string BankCode { get; init; }

    public required string Text { get; init; }

    public required string Actor { get; init; }

    public long AtTicks { get; init; }

    public string? Answer { get; set; }

    public string? AnsweredBy { get; set; }

    public long? AnsweredTicks { get; set; }
}
