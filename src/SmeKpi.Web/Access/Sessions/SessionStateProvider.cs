using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace SmeKpi.Web.Access.Sessions;

/// <summary>Asks now and then whether the person of an interactive page is still signed in.</summary>
internal sealed class SessionStateProvider(ILoggerFactory logger, LiveSessions sessions)
    : RevalidatingServerAuthenticationStateProvider(logger)
{
    protected override TimeSpan RevalidationInterval => CircuitDoor.Interval;

    protected override async Task<bool> ValidateAuthenticationStateAsync(
        AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        ViewerClaims.SessionOf(authenticationState.User) is not { } id || await sessions.IsAliveAsync(id, cancellationToken);
}

/// <summary>What somebody does on an interactive page counts as activity, as a request does.</summary>
internal sealed class SessionActivity(AuthenticationStateProvider state, LiveSessions sessions) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) => async context =>
    {
        if (ViewerClaims.SessionOf((await state.GetAuthenticationStateAsync()).User) is { } id)
        {
            sessions.Seen(id);
        }

        await next(context);
    };
}
