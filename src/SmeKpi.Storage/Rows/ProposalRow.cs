namespace SmeKpi.Storage.Rows;

/// <summary>A named proposal. Never changed: what its author takes back gets a row of its own beside it.</summary>
public sealed class ProposalRow
{
    public int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Author { get; init; }

    public long AtTicks { get; init; }

    /// <summary>yyyymm</summary>
    public int Month { get; init; }

    /// <summary>The version of the data it was made on.</summary>
    public long DataKnownSinceTicks { get; init; }

    /// <summary>The scenario's names and values.</summary>
    public required string ScenarioJson { get; init; }

    public required string Note { get; init; }
}

/// <summary>撤回: the author took a proposal back.</summary>
public sealed class ProposalWithdrawalRow
{
    public int ProposalId { get; init; }

    public required string Actor { get; init; }

    public long AtTicks { get; init; }
}
