using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>A one-time link that was just made; the secret is known only here and now.</summary>
public sealed record IssuedLink(string Secret, LinkPurpose Purpose, DateTimeOffset Expires)
{
    /// <summary>Where it leads: the page that takes it.</summary>
    public string Path => $"{(Purpose == LinkPurpose.SetUp ? "/setup" : "/welcome")}?secret={Secret}";
}

/// <summary>How long one-time links work.</summary>
public static class LinkLife
{
    public static readonly TimeSpan SetUp = TimeSpan.FromHours(24);
    public static readonly TimeSpan Invitation = TimeSpan.FromHours(72);
    public static readonly TimeSpan Reset = TimeSpan.FromHours(24);
}
