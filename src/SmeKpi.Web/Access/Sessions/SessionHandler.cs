using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SmeKpi.Web.PageCache;

namespace SmeKpi.Web.Access.Sessions;

/// <summary>Finds the session that a request's cookie belongs to.</summary>
internal sealed class SessionHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    LiveSessions sessions,
    SessionDuties duties) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>What open pages ask for without anybody doing anything; what is done on a circuit is noted there.</summary>
    /// <remarks>
    /// A screen on the wall turns and refreshes for hours with nobody at it: its session idles and ends as any other, and
    /// the screen then says so. Who must show it for longer signs in again, or runs it for a role with longer limits.
    /// </remarks>
    private static readonly PathString[] s_asksByItself =
        [SessionEndpoints.Alive, "/_blazor", "/hangfire/stats", WallEndpoints.Wall];

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        bool acts = !s_asksByItself.Any(path => Request.Path.StartsWithSegments(path));
        if (SessionCookie.Read(Request) is not { Length: > 0 and < 100 } key
            || await sessions.FindAsync(key, acts, Context.RequestAborted) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(session);
        ClaimsIdentity identity = ViewerClaims.ToIdentity(
            session.Account.ToViewer(session.HasSecondFactor, duties.RightsLeft(session)),
            Scheme.Name, session.Account.Id, session.Id);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
