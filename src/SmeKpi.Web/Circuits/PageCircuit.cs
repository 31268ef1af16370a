using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using SmeKpi.Web.Access;
using SmeKpi.Web.Components.Layout;

namespace SmeKpi.Web.Circuits;

/// <summary>Makes an open page known while it is open, so that it can be led away when its session ends.</summary>
internal sealed partial class PageCircuit(
    OpenPages pages,
    AuthenticationStateProvider authentication,
    NavigationManager navigation,
    ILogger<PageCircuit> logger) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        ClaimsPrincipal user = (await authentication.GetAuthenticationStateAsync()).User;
        if (ViewerClaims.SessionOf(user) is { } session)
        {
            pages.Open(circuit.Id, session, Leave);
        }
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        pages.Close(circuit.Id);
        return Task.CompletedTask;
    }

    private void Leave()
    {
        try
        {
            string back = Uri.EscapeDataString(PageAddress.PathAndQuery(navigation.Uri));
            navigation.NavigateTo($"{DenialAnswers.SignIn}?back={back}", forceLoad: true);
        }
        catch (Exception error) when (error is InvalidOperationException or ObjectDisposedException)
        {
            // The page is about to close by itself, or has no browser at the other end any more.
            LogNotLed(logger, error);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A page whose session is over could not be led away")]
    private static partial void LogNotLed(ILogger logger, Exception error);
}
