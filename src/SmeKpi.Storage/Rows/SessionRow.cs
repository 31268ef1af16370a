namespace SmeKpi.Storage.Rows;

/// <summary>A sign-in that lasts until it idles, gets too old, is signed out or revoked.</summary>
public sealed class SessionRow
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the secret in the cookie.</summary>
    public required string KeyHash { get; init; }

    public long AccountId { get; init; }

    /// <summary>password or the name of the identity provider.</summary>
    public required string Method { get; init; }

    public bool HasSecondFactor { get; set; }

    public string? Address { get; init; }

    public long CreatedTicks { get; init; }

    public long LastSeenTicks { get; set; }

    public long? EndedTicks { get; set; }

    /// <summary>signed-out, idle, too-old, replaced, revoked, disabled.</summary>
    public string? EndReason { get; set; }
}
