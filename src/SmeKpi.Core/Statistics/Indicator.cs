using SmeKpi.Core.Units;

namespace SmeKpi.Core.Statistics;

public enum ValueType
{
    /// <summary>余额: a balance or count at the end of the month.</summary>
    Stock,

    /// <summary>当月发生额: a flow within the month.</summary>
    MonthFlow,

    /// <summary>本年累计: a flow since 1 January, reset every year.</summary>
    YearToDateFlow,

    /// <summary>A level such as an interest rate.</summary>
    Rate,
}

/// <summary>A statistical series as indicators.yaml defines it.</summary>
/// <param name="Unit">Yuan, count or percent: the unit in which values are kept.</param>
/// <param name="Scopes">The scope codes under which it may be reported; the first is the default.</param>
/// <param name="MayBeNegative">Balances and counts may not be; net flows and adjustments may.</param>
public sealed record Indicator(
    string Code,
    LocalizedText Name,
    Unit Unit,
    ValueType ValueType,
    IReadOnlyList<string> Scopes,
    bool MayBeNegative)
{
    public Frequency Frequency { get; init; }

    /// <summary>Who publishes it: an office of the policy (as in pboc-yancheng), pboc, nifc, or banks.</summary>
    public string Publisher { get; init; } = string.Empty;

    public string DefaultScope => Scopes[0];
}
