namespace SmeKpi.Storage.Rows;

/// <summary>A personal access token for the API; the token itself is shown once and never stored.</summary>
public sealed class AccessTokenRow
{
    public long Id { get; init; }

    public long AccountId { get; init; }

    public required string Name { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Rights that the token carries, separated by spaces; never more than the account has when it is used.</summary>
    public required string Scopes { get; init; }

    /// <summary>Whether the session that made the token had a second factor.</summary>
    public bool HasSecondFactor { get; init; }

    public long CreatedTicks { get; init; }

    public long ExpiresTicks { get; init; }

    public long? LastUsedTicks { get; set; }

    public long? RevokedTicks { get; set; }
}
