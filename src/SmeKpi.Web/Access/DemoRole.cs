using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SmeKpi.Core.Access;

namespace SmeKpi.Web.Access;

/// <summary>In a demonstration everyone is whom they pick in the bar; there is nothing real to protect.</summary>
internal sealed class DemoRole(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, SiteMode mode)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string CookieName = "smekpi-demo-role";

    /// <summary>Who sees most of what there is to see.</summary>
    public const Role First = Role.Analyst;

    /// <summary>The fictional bank that bank people of a demonstration belong to.</summary>
    public const string Bank = "D001";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!mode.IsDemo)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        Viewer viewer = ViewerOf(Chosen(Request));
        ClaimsPrincipal principal = new(ViewerClaims.ToIdentity(viewer, Scheme.Name));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name)));
    }

    public static Role Chosen(HttpRequest request) => RoleNames.Find(request.Cookies[CookieName]) ?? First;

    private static Viewer ViewerOf(Role role) =>
        new($"demo:{RoleNames.Of(role)}", role, role.IsOfBank() ? Bank : null, [], HasSecondFactor: true);
}
