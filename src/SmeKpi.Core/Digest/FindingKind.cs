namespace SmeKpi.Core.Digest;

/// <summary>What a sentence of the digest can be about (要点). Their order is the order in which they are read.</summary>
public enum FindingKind
{
    /// <summary>How many targets are reached, on track, behind</summary>
    TargetCount,

    /// <summary>What is missing from the figures</summary>
    Completeness,

    /// <summary>A target whose standing is another than last month</summary>
    StandingChange,

    /// <summary>What the year asks for and what each remaining month must bring</summary>
    Binding,

    /// <summary>The target that moved most since last month</summary>
    LargestMove,

    /// <summary>Who moved the net new loans most and least</summary>
    Movers,

    /// <summary>What was promised in meetings</summary>
    Promises,

    /// <summary>The chance of reaching a target</summary>
    Chance,

    /// <summary>The corporate rate beside the loan prime rate</summary>
    RateBeside,

    /// <summary>The value of one target; fills a digest that would be too short</summary>
    Level,
}
