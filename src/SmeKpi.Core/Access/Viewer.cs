namespace SmeKpi.Core.Access;

/// <summary>Who looks or acts: a signed-in account, the holder of its token, or a visitor.</summary>
/// <param name="Name">The account's name; empty for a visitor.</param>
/// <param name="Role">Null for a visitor.</param>
/// <param name="Bank">The code of the account's bank; null for everyone but bank people.</param>
/// <param name="Counties">The areas that the account is confined to; empty means no such limit.</param>
/// <param name="HasSecondFactor">Whether this session was confirmed by a one-time code.</param>
/// <param name="Scopes">The rights that a token carries; null when it is no token and so limits nothing.</param>
public sealed record Viewer(
    string Name,
    Role? Role,
    string? Bank,
    IReadOnlyList<string> Counties,
    bool HasSecondFactor,
    IReadOnlyList<string>? Scopes = null)
{
    /// <summary>Somebody who has not signed in.</summary>
    public static Viewer Visitor { get; } = new(string.Empty, null, null, [], false);

    /// <summary>The program itself: jobs and the command line see every row.</summary>
    public static Viewer Program { get; } = new("smekpi", null, null, [], true);

    public bool IsSignedIn => Role is not null;
}
