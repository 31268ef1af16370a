namespace SmeKpi.Storage.Accounts;

/// <summary>How somebody signed in.</summary>
/// <param name="Method">password, or the name of the identity provider.</param>
public sealed record SessionStart(string Method, bool HasSecondFactor, string? Address)
{
    public const string Password = "password";
}

/// <summary>A session that was just opened; the key goes into the cookie and is stored nowhere.</summary>
public sealed record OpenedSession(long Id, string Key);

/// <summary>A session as the database has it, with its account as it is now.</summary>
public sealed record StoredSession(
    long Id,
    Account Account,
    string Method,
    bool HasSecondFactor,
    string? Address,
    DateTimeOffset Created,
    DateTimeOffset LastSeen,
    DateTimeOffset? Ended);
