using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access.Sessions;

namespace SmeKpi.Web.Access.Tokens;

/// <summary>Finds whose personal access token a request carries, and what it may.</summary>
/// <remarks>Nothing is kept between requests: a token that is revoked, or of a disabled account, ends at once.</remarks>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    AccessTokenDesk desk,
    TokenUse use,
    RefusalTrail refusals,
    RoleRules roles,
    TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private const string Bearer = "Bearer ";

    /// <summary>Whether a request brings a token; other authorization belongs to whatever stands in front.</summary>
    public static bool IsSent(HttpRequest request) =>
        request.Headers.Authorization.Any(
            value => value?.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) == true);

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
            await RecordAsync(known, reason);
            return AuthenticateResult.Fail("The access token is not accepted.");
        }

        use.Note(known!.Token.Id);
        ClaimsIdentity identity = ViewerClaims.ToIdentity(ViewerOf(known), Scheme.Name, known.Account.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <summary>What was sent is recorded nowhere: half of a token may be somebody's.</summary>
    private Task RecordAsync(KnownToken? known, string reason)
    {
        string? address = SessionEndpoints.AddressOf(Context);
        AuditEvent what = known is null
            ? new AuditEvent(string.Empty, null, address, AuditAction.Token, Request.Path, AuditResult.Denied, reason)
            : new AuditEvent(
                known.Account.Name, RoleNames.Of(known.Account.Facts.Role), address, AuditAction.Token,
                $"token {known.Token.Id} of {known.Account.Name}", AuditResult.Denied, reason);
        return refusals.RecordAsync(
            known is null ? $"address {address}" : $"token {known.Token.Id} {reason}", what, Context.RequestAborted);
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
