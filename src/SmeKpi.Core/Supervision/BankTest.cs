using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>A test of banks: its id and its calculation.</summary>
/// <param name="Evaluate">What the test measures for the bank and month of the input.</param>
public sealed record BankTest(string Id, Func<BankInput, TestValue> Evaluate);

/// <summary>What a test measured, before it is judged.</summary>
/// <param name="Value">Unrounded, in the unit of the rule; null when a figure is missing or a denominator is not above zero.</param>
/// <param name="Figures">The figures it rests on, coverage adjustments among them.</param>
public sealed record TestValue(Quantity? Value, IReadOnlyList<ResolvedFigure> Figures)
{
    /// <summary>The reading of the target that the test shows; null when it shows none.</summary>
    public KpiReading? Reading { get; init; }

    /// <summary>The threshold when it is the bank's own; null when the rule has it or none is known.</summary>
    public Quantity? OwnThreshold { get; init; }

    /// <summary>Counts it rests on beside figures.</summary>
    public IReadOnlyList<TestCount> Counts { get; init; } = [];

    /// <summary>Whether all the figures are there: without a value, a denominator was not above zero.</summary>
    public bool HasEveryFigure => Figures.Count > 0 && Figures.All(figure => figure is { Number: not null, IsComplete: true });

    public bool Synthetic => Figures.Any(figure => figure.Synthetic);
}

/// <param name="Name">As in on-time.</param>
public sealed record TestCount(string Name, int Number);

/// <summary>Why a test has no verdict.</summary>
public enum WithoutVerdict
{
    /// <summary>It has one.</summary>
    None,

    /// <summary>No rule names a number for the month.</summary>
    NoThreshold,

    /// <summary>The bank is held against its own credit plan instead.</summary>
    Differentiated,

    /// <summary>The bank is exempt.</summary>
    Exempt,

    /// <summary>A figure is missing.</summary>
    Missing,

    /// <summary>A balance is not above zero.</summary>
    NoBalance,
}

/// <summary>A test of one bank in one month, judged.</summary>
/// <param name="Period">What was asked for; null when no rule names the month.</param>
/// <param name="Threshold">Null when there is none.</param>
/// <param name="Standing">
/// Achieved and missed are final; on-track, behind and far-behind are those of a year that still runs. Not-assessable when
/// a figure is missing or a balance is zero, no-target when no number holds for the bank: never good, never bad.
/// </param>
public sealed record BankTestResult(
    TestRule Rule,
    TestPeriod? Period,
    AssessmentMode Mode,
    TestValue Value,
    Quantity? Threshold,
    Standing Standing,
    WithoutVerdict Why)
{
    public bool IsFailed => StandingHistory.IsBad(Standing);

    public bool IsPassed => StandingHistory.IsGood(Standing);
}
