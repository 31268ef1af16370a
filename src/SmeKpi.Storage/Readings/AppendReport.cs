namespace SmeKpi.Storage.Readings;

public enum AppendOutcome
{
    Stored,

    /// <summary>Another worker has taken over the work; nothing was stored.</summary>
    LeaseLost,
}

/// <summary>What became of computed readings.</summary>
/// <param name="Stored">Those that are new or differ from the newest stored one.</param>
/// <param name="Unchanged">Those that say the same as the newest stored one.</param>
/// <param name="Superseded">Those of months that were computed from newer data already; they were left out.</param>
public sealed record AppendReport(AppendOutcome Outcome, int Stored = 0, int Unchanged = 0, int Superseded = 0);
