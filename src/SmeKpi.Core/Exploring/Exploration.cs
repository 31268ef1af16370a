using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exploring;

/// <summary>A question to the statistics: what is asked, whose, where, when, and how the answer is laid out.</summary>
/// <remarks>An address says the same; see <see cref="ExplorationAddress"/>. As-of moments stand beside it.</remarks>
public sealed record Exploration
{
    /// <summary>Codes of indicators, in the order asked for.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [IndicatorCodes.LoansAll, IndicatorCodes.LoansInclusiveMse];

    /// <summary>Codes of scopes; empty for the default scope of each indicator.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public BankChoice Banks { get; init; } = BankChoice.Total;

    /// <summary>Codes of areas; empty for the city.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Every county and zone instead of named areas.</summary>
    public bool EveryCounty { get; init; }

    /// <summary>Null for a year before the last month.</summary>
    public YearMonth? From { get; init; }

    /// <summary>Null for the newest month.</summary>
    public YearMonth? To { get; init; }

    public IReadOnlyList<ExplorationAxis> Rows { get; init; } = [ExplorationAxis.Indicator];

    public IReadOnlyList<ExplorationAxis> Columns { get; init; } = [ExplorationAxis.Month];

    public ExplorationMeasure Measure { get; init; }

    /// <summary>Rows with any value above this; money in 亿元, everything else in its unit; null for no bound.</summary>
    public decimal? Above { get; init; }

    /// <summary>Rows with any value below this; as <see cref="Above"/>.</summary>
    public decimal? Below { get; init; }

    /// <summary>Only rows that lack a value which somebody owes: not those of banks that did not exist.</summary>
    public bool MissingOnly { get; init; }

    /// <summary>Null for the natural order of the rows.</summary>
    public ExplorationSort? Sort { get; init; }
}

/// <summary>Whose figures: the totals of areas, every bank, banks of some types, or some banks.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="Types">The types of <see cref="BankChoiceKind.Types"/>; else empty.</param>
/// <param name="Codes">The banks of <see cref="BankChoiceKind.Codes"/>; else empty.</param>
public sealed record BankChoice(BankChoiceKind Kind, IReadOnlyList<BankType> Types, IReadOnlyList<string> Codes)
{
    public static BankChoice Total { get; } = new(BankChoiceKind.Total, [], []);

    public static BankChoice All { get; } = new(BankChoiceKind.All, [], []);

    public static BankChoice OfTypes(params IReadOnlyList<BankType> types) => new(BankChoiceKind.Types, types, []);

    public static BankChoice Of(params IReadOnlyList<string> codes) => new(BankChoiceKind.Codes, [], codes);
}

public enum BankChoiceKind
{
    /// <summary>The area's total: as published, or the sum of its banks.</summary>
    Total,

    All,

    Types,

    Codes,
}

/// <param name="Column">The key of a column, <see cref="PivotHead.Key"/>, or <see cref="Total"/>.</param>
public sealed record ExplorationSort(string Column, bool Descending)
{
    public const string Total = "total";
}
