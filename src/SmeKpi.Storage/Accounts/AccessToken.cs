using System.Text.RegularExpressions;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Accounts;

/// <summary>A personal access token (访问令牌) as people see it; the token itself is no part of it.</summary>
/// <param name="HasSecondFactor">Whether the session that made it was confirmed by a one-time code.</param>
public sealed record AccessToken(
    long Id,
    string Name,
    IReadOnlyList<string> Scopes,
    bool HasSecondFactor,
    DateTimeOffset Created,
    DateTimeOffset Expires,
    DateTimeOffset? LastUsed,
    DateTimeOffset? Revoked)
{
    public bool IsLive(DateTimeOffset now) => Revoked is null && now < Expires;

    internal static AccessToken Of(AccessTokenRow row) => new(
        row.Id,
        row.Name,
        row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.HasSecondFactor,
        Ticks.ToMoment(row.CreatedTicks),
        Ticks.ToMoment(row.ExpiresTicks),
        row.LastUsedTicks is { } used ? Ticks.ToMoment(used) : null,
        row.RevokedTicks is { } revoked ? Ticks.ToMoment(revoked) : null);
}

/// <summary>What somebody asks a token for.</summary>
/// <param name="Days">How long it works.</param>
public sealed record TokenWish(string Name, IReadOnlyList<string> Scopes, int Days)
{
    public const int ShortestDays = 1;
    public const int LongestDays = 365;
    public const int UsualDays = 90;
    public const int LongestName = 100;
}

/// <summary>Why no token was made.</summary>
public enum TokenRefusal
{
    /// <summary>Empty or longer than <see cref="TokenWish.LongestName"/>.</summary>
    NameIsUnfit,

    /// <summary>Not one right was chosen.</summary>
    NoScope,

    /// <summary>A right that the maker does not have, or that no token carries.</summary>
    ScopeExceedsRights,

    /// <summary>Shorter than a day or longer than a year.</summary>
    LifeIsUnfit,

    /// <summary>The account has as many live tokens as it may have.</summary>
    TooMany,

    /// <summary>There is no such account, or it is disabled.</summary>
    NoAccount,
}

/// <summary>A new token, or why there is none.</summary>
/// <param name="Secret">The token itself: known here and now, stored nowhere, never shown again.</param>
public sealed record TokenOutcome(AccessToken? Token, string? Secret, IReadOnlyList<TokenRefusal> Refusals)
{
    internal static TokenOutcome Refused(params IReadOnlyList<TokenRefusal> refusals) => new(null, null, refusals);
}

/// <summary>A token that somebody sent, with its account as it is now.</summary>
public sealed record KnownToken(AccessToken Token, Account Account);

/// <summary>What a token looks like: a word that scanners for leaks can find, and a random key of 256 bits.</summary>
public static partial class TokenText
{
    public const string Prefix = "smekpi_";

    public static bool IsFit(string text) => Form().IsMatch(text);

    internal static string New() => Prefix + Secret.New();

    [GeneratedRegex(@"\Asmekpi_[A-Za-z0-9_-]{43}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
