namespace SmeKpi.Core.WhatIf;

/// <summary>What is wrong with one choice of a scenario.</summary>
public enum ScenarioFaultKind
{
    /// <summary>No number, or one out of bounds.</summary>
    Number,

    /// <summary>No month of the form yyyy-MM within the year.</summary>
    Month,

    /// <summary>No bank that is open in the month.</summary>
    Bank,

    /// <summary>None of the words there are.</summary>
    Word,

    /// <summary>A second choice that this one needs is missing.</summary>
    Alone,
}

/// <param name="Key">The choice, as the address names it.</param>
/// <param name="Found">What was given.</param>
/// <param name="Expected">The form or limits; codes and numbers only.</param>
public sealed record ScenarioFault(string Key, string Found, ScenarioFaultKind Kind, string Expected);
