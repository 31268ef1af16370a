using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Access.Tokens;

/// <summary>Finds whose personal access token a request carries, and what it may.</summary>
/// <remarks>Nothing is kept between requests: a token that is revoked, or whose account is disabled, ends at once.</remarks>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    AccessTokenDesk desk,
    TokenUse use,
    TokenRefusalTrail refusals,
    RoleRules roles,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    /// <summary>Whether a request brings a token; other kinds of authorization belong to whatever stands in front.</summary>
    public static bool IsSent(HttpRequest request) =>
        request.Headers.Authorization.Any(value => value?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Tokens are for programs: no page opens with one.</summary>
    public static bool IsForPrograms(PathString path) =>
        path.StartsWithSegments("/api") || path.StartsWithSegments("/openapi") || path.StartsWithSegments("/metrics");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization is not [{ } header] || !IsSent(Request) || !IsForPrograms(Request.Path))
        {
            return AuthenticateResult.NoResult();
        }

        KnownToken? known = await desk.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted);
        if (WhyNot(known) is { } reason)
        {
            await refusals.RecordAsync(known, reason, Context);
            return AuthenticateResult.Fail("The access token is not accepted.");
        }

        use.Note(known!.Token.Id);
        ClaimsIdentity identity = ViewerClaims.ToIdentity(ViewerOf(known), Scheme.Name, known.Account.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    private string? WhyNot(KnownToken? known) => known switch
    {
        null => "unknown",
        { Account.IsDisabled: true } => "account disabled",
        { Token.Revoked: not null } => "revoked",
        _ when !known.Token.IsLive(clock.GetUtcNow()) => "expired",
        _ => null,
    };

    /// <summary>The account as it is now, within what the token carries.</summary>
    private Viewer ViewerOf(KnownToken known)
    {
        bool waits = roles[known.Account.Facts.Role].RequiresSecondFactor && !known.Token.HasSecondFactor;
        return known.Account.ToViewer(
            known.Token.HasSecondFactor, waits ? [] : [.. known.Token.Scopes.Intersect(TokenScopes.All)]);
    }
}
