using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Digest;

/// <summary>One value that a sentence quotes, unrounded and not yet in any language.</summary>
public abstract record FindingValue;

/// <param name="Beside">What it is compared with, so that rounding never makes two different values look equal.</param>
public sealed record AmountValue(Quantity Quantity, Quantity? Beside = null) : FindingValue;

/// <summary>A difference, with its sign.</summary>
public sealed record ChangeValue(Quantity Quantity) : FindingValue;

/// <summary>A difference without its sign: the word beside it says which way.</summary>
public sealed record SizeValue(Quantity Quantity) : FindingValue;

public sealed record NumberValue(int Number) : FindingValue;

public sealed record MonthValue(YearMonth Month) : FindingValue;

public sealed record DateValue(DateOnly Date) : FindingValue;

public sealed record StandingValue(Standing Standing) : FindingValue;

/// <summary>A bank or an area.</summary>
public sealed record NameValue(LocalizedText Name) : FindingValue;

/// <summary>Banks, areas or targets, in order.</summary>
public sealed record NamesValue(IReadOnlyList<LocalizedText> Names) : FindingValue;

/// <param name="Key">A word of the templates' own resource file.</param>
public sealed record WordValue(string Key) : FindingValue;
