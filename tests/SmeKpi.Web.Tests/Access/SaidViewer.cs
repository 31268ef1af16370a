using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Tests.Access;

/// <summary>Believes what a request says about who sends it, so that every viewer can be tried without signing in.</summary>
internal sealed class SaidViewer(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "said";

    private const string Header = "X-Viewer";

    public static void Say(HttpClient client, Viewer viewer)
    {
        if (viewer.Role is { } role)
        {
            client.DefaultRequestHeaders.Add(Header, string.Join('|',
                viewer.Name, RoleNames.Of(role), viewer.Bank, string.Join(';', viewer.Counties), viewer.HasSecondFactor));
        }
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString().Split('|') is not [var name, var role, var bank, var counties, var confirmed])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        Viewer viewer = new(
            name,
            RoleNames.Find(role),
            bank.Length > 0 ? bank : null,
            counties.Split(';', StringSplitOptions.RemoveEmptyEntries),
            bool.Parse(confirmed));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(
            new ClaimsPrincipal(ViewerClaims.ToIdentity(viewer, SchemeName)), SchemeName)));
    }
}
