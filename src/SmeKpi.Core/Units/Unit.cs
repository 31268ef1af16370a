namespace SmeKpi.Core.Units;

/// <summary>What a bare number counts once it has left its type: the five units a KPI or a series can have.</summary>
public enum Unit
{
    /// <summary>元. Amounts are kept in yuan everywhere inside the program.</summary>
    Yuan,

    /// <summary>户 and other counts.</summary>
    Count,

    /// <summary>%: a level in hundredths, 15 means 15 %.</summary>
    Percent,

    /// <summary>BP: a difference of two levels in hundredths of a percentage point.</summary>
    BasisPoints,

    /// <summary>百分点: a difference of two levels in hundredths.</summary>
    Points,
}
