using System.Security.Claims;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Http.Connections.Features;
using Microsoft.AspNetCore.SignalR;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Access;
using SmeKpi.Web.Access.Sessions;

namespace SmeKpi.Web.Circuits;

/// <summary>
/// The one place that everything sent from an open page passes: nothing is done any more once the session is over.
/// </summary>
/// <remarks>
/// Every call asks the database, so that an event that arrives after a sign-out, a disabling or a change of role finds
/// its session ended, whichever process ended it. <see cref="CircuitDoor"/> cuts pages that send nothing.
/// </remarks>
internal sealed class SessionFilter(LiveSessions sessions, SiteMode mode, AuditLog audit) : IHubFilter
{
    /// <summary>What a click or a key press arrives as; all other calls only confirm what was drawn.</summary>
    private const string EventMethod = "BeginInvokeDotNetFromJS";

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        HubCallerContext connection = invocationContext.Context;
        if (await StandsAsync(connection))
        {
            return await next(invocationContext);
        }

        try
        {
            if (invocationContext.HubMethodName == EventMethod)
            {
                await audit.RecordAsync(Refusal(connection));
            }
        }
        finally
        {
            // After the trace: whoever sees the connection end finds it recorded.
            connection.Abort();
        }

        throw new HubException("The session is over.");
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        // Whoever watches a connection can cut a socket; other ways of talking would outlive the request.
        if (context.Context.Features.Get<IHttpTransportFeature>()?.TransportType != HttpTransportType.WebSockets
            || !await StandsAsync(context.Context))
        {
            context.Context.Abort();
            return;
        }

        await next(context);
    }

    private async Task<bool> StandsAsync(HubCallerContext connection) => mode.IsDemo
        || (connection.User is { } user && ViewerClaims.SessionOf(user) is { } session
            && await sessions.IsAliveAsync(session, connection.ConnectionAborted));

    private static AuditEvent Refusal(HubCallerContext connection)
    {
        Viewer viewer = ViewerClaims.Of(connection.User ?? new ClaimsPrincipal());
        return new AuditEvent(
            viewer.Name,
            viewer.Role is { } role ? RoleNames.Of(role) : null,
            connection.GetHttpContext()?.Connection.RemoteIpAddress?.ToString(),
            AuditAction.Denied,
            "open page",
            AuditResult.Denied,
            "session is over");
    }
}
