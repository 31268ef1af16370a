using SmeKpi.Core.Units;

namespace SmeKpi.Storage.Proposals;

/// <summary>方案: a scenario that somebody put forward under a name. It binds nobody until it is decided elsewhere.</summary>
/// <param name="DataKnownSince">The version of the data it was made on.</param>
/// <param name="Scenario">Names and values, as Core.WhatIf.ScenarioForm reads them.</param>
/// <param name="Withdrawn">Null while its author stands by it.</param>
public sealed record Proposal(
    int Id,
    string Name,
    string Author,
    DateTimeOffset At,
    YearMonth Month,
    DateTimeOffset DataKnownSince,
    IReadOnlyDictionary<string, string> Scenario,
    string Note,
    DateTimeOffset? Withdrawn);

/// <summary>What is to be saved.</summary>
public sealed record ProposalDraft(
    string Name,
    YearMonth Month,
    DateTimeOffset DataKnownSince,
    IReadOnlyList<KeyValuePair<string, string>> Scenario,
    string Note);

/// <summary>Why a proposal was not saved or withdrawn.</summary>
public enum ProposalRefusal
{
    NoRight,

    /// <summary>The name is empty or too long.</summary>
    Name,

    /// <summary>The note is too long.</summary>
    Note,

    /// <summary>There is no such proposal, or it is another's, or it was withdrawn before.</summary>
    Unknown,
}
