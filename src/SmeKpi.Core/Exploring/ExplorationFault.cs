namespace SmeKpi.Core.Exploring;

public enum ExplorationFaultKind
{
    /// <summary>No code of the list.</summary>
    Unknown,

    /// <summary>Passed over, because it cannot be asked for together with something else that was.</summary>
    Beside,

    /// <summary>The chosen indicators do not exist in the scope.</summary>
    ScopeOfNone,

    /// <summary>No month of the form yyyy-MM.</summary>
    Month,

    /// <summary>The last month is before the first.</summary>
    MonthOrder,

    /// <summary>The same axis twice, or in rows and columns.</summary>
    AxisTwice,

    /// <summary>Several of it were chosen, and they may not be added up: it must be a row or a column.</summary>
    AxisMissing,

    /// <summary>Types of banks were asked for, but the totals of areas were chosen.</summary>
    NoBanks,

    /// <summary>Areas that hold one another would be counted twice.</summary>
    AreasOverlap,

    /// <summary>No number.</summary>
    Number,

    /// <summary>No column of the answer.</summary>
    Sort,

    /// <summary>More cells than are answered at once.</summary>
    TooMany,

    /// <summary>More values than are added up at once.</summary>
    TooManyValues,

    /// <summary>More months of series than are read at once.</summary>
    TooManyMonths,

    /// <summary>More columns than a page can show.</summary>
    TooWide,
}

/// <summary>A part of a question that cannot be answered.</summary>
/// <param name="Parameter">The part, as the address names it.</param>
/// <param name="Found">What was given.</param>
/// <param name="Expected">Codes, forms or limits; empty where the kind says all.</param>
public sealed record ExplorationFault(string Parameter, string Found, ExplorationFaultKind Kind, string Expected = "");
