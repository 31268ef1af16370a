namespace SmeKpi.Storage.Rows;

public enum LinkPurpose
{
    /// <summary>Makes the first account, a security administrator.</summary>
    SetUp,

    /// <summary>Lets the person choose the first password.</summary>
    Invitation,

    /// <summary>Lets the person choose a new password and second factor.</summary>
    Reset,
}

/// <summary>An address that works once; only its hash is stored.</summary>
public sealed class OneTimeLinkRow
{
    public long Id { get; init; }

    /// <summary>SHA-256 of the secret in the address.</summary>
    public required string SecretHash { get; init; }

    public LinkPurpose Purpose { get; init; }

    /// <summary>Null for the link that makes the first account.</summary>
    public long? AccountId { get; init; }

    public long CreatedTicks { get; init; }

    public long ExpiresTicks { get; init; }

    public long? UsedTicks { get; set; }
}
