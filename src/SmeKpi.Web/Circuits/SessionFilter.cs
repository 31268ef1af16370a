using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Circuits;

/// <summary>
/// The one place that everything sent from an open page passes: nothing is done any more once the session is over.
/// </summary>
/// <remarks>
/// Every call asks the database, so that an event that arrives after a sign-out, a disabling or a change of role finds
/// its session ended, whichever process ended it.
/// </remarks>
internal sealed class SessionFilter(OpenPages pages, SessionRoll roll, SiteMode mode, AuditLog audit) : IHubFilter
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

        if (SessionOf(connection) is { } session)
        {
            pages.Leave(session);
        }

        if (invocationContext.HubMethodName == EventMethod && pages.IsFirstRefusal(connection.ConnectionId))
        {
            await audit.RecordAsync(Refusal(connection));
        }

        throw new HubException("The session is over.");
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (!await StandsAsync(context.Context))
        {
            context.Context.Abort();
            return;
        }

        if (SessionOf(context.Context) is { } session)
        {
            pages.Connect(context.Context, session);
        }

        await next(context);
    }

    public Task OnDisconnectedAsync(
        HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        pages.Disconnect(context.Context.ConnectionId);
        return next(context, exception);
    }

    private async Task<bool> StandsAsync(HubCallerContext connection) => mode.IsDemo
        || (SessionOf(connection) is { } session
            && (await roll.StandingAsync([session], connection.ConnectionAborted)).Contains(session));

    private static long? SessionOf(HubCallerContext connection) =>
        connection.User is { } user ? ViewerClaims.SessionOf(user) : null;

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
