namespace SmeKpi.Core.Statistics;

/// <summary>How often a series is published.</summary>
public enum Frequency
{
    Monthly,
    Quarterly,
    Yearly,
}
