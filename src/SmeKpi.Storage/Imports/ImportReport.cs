using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Storage.Imports;

public enum ImportOutcome
{
    Stored,

    /// <summary>已接收: the same bytes were stored before; nothing changed.</summary>
    AlreadyReceived,

    /// <summary>A finding blocks; nothing was stored.</summary>
    Refused,

    /// <summary>Another worker has taken over the work; nothing was stored.</summary>
    LeaseLost,
}

/// <summary>What became of a file.</summary>
public sealed record ImportReport
{
    public required ImportOutcome Outcome { get; init; }

    public required string FileName { get; init; }

    /// <summary>Of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The import that holds these bytes, now or since before; null when nothing was stored.</summary>
    public int? ImportId { get; init; }

    /// <summary>The refusal that keeps this report; null when none was recorded.</summary>
    public int? RefusalId { get; init; }

    /// <summary>The version of the data that the file made; null when nothing was stored.</summary>
    public DateTimeOffset? KnownSince { get; init; }

    public string Layout { get; init; } = string.Empty;

    /// <summary>Figures, banks and areas in the file.</summary>
    public int RowsRead { get; init; }

    /// <summary>Those that were new or differ from what was known.</summary>
    public int Stored { get; init; }

    /// <summary>Those that say what was known already.</summary>
    public int Unchanged { get; init; }

    public bool Synthetic { get; init; }

    /// <summary>The months in which a figure was stored, in order.</summary>
    public IReadOnlyList<YearMonth> Months { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];
}
