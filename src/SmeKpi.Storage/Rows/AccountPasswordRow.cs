namespace SmeKpi.Storage.Rows;

/// <summary>A password that an account has had, so that it is not chosen again too soon.</summary>
public sealed class AccountPasswordRow
{
    public long Id { get; init; }

    public long AccountId { get; init; }

    public required string PasswordHash { get; init; }

    public long SetTicks { get; init; }
}
