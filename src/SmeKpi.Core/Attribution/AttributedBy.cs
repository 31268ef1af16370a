namespace SmeKpi.Core.Attribution;

/// <summary>Over whom a change is divided.</summary>
public enum AttributedBy
{
    /// <summary>银行: a merged bank continues its predecessors.</summary>
    Bank,

    /// <summary>县区: counties and zones, which together make up the city once.</summary>
    County,
}

/// <summary>Whether a part was there at both ends of a comparison.</summary>
public enum Presence
{
    Continuing,

    /// <summary>新进入: nothing before.</summary>
    Entered,

    /// <summary>退出: nothing now.</summary>
    Left,
}
