using SmeKpi.Core.Statistics;

namespace SmeKpi.Storage.Rows;

/// <summary>One version of a bank of the bank master; a change is a new row.</summary>
public sealed class BankRow
{
    public int Id { get; init; }

    public required string Code { get; init; }

    public long KnownSinceTicks { get; init; }

    public int ImportId { get; init; }

    public required string NameZh { get; init; }

    public required string NameEn { get; init; }

    public BankType Type { get; init; }

    public bool LocallyIncorporated { get; init; }

    /// <summary>yyyymm</summary>
    public int? OpenedMonth { get; init; }

    /// <summary>yyyymm, exclusive</summary>
    public int? ClosedMonth { get; init; }

    public string? SuccessorCode { get; init; }

    public required string AliasesJson { get; init; }
}
