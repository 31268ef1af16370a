namespace SmeKpi.Web.Access;

/// <summary>The ways in which a request says who it is from.</summary>
public static class AccessSchemes
{
    /// <summary>Picks one of the others.</summary>
    public const string Default = "smekpi";

    /// <summary>A signed-in person's cookie.</summary>
    public const string Session = "session";

    /// <summary>A personal access token in the Authorization header.</summary>
    public const string Token = "token";

    /// <summary>The role that somebody has picked in a demonstration.</summary>
    public const string Demo = "demo";
}

/// <summary>Whether this is a demonstration of a made-up city; decided once, before the first request.</summary>
internal sealed class SiteMode
{
    public bool IsDemo { get; set; }
}
