using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;

namespace SmeKpi.Web.Access;

/// <summary>Who this request or open page belongs to, and what they may: the one place that is asked.</summary>
internal sealed class CurrentViewer(IHttpContextAccessor accessor, IServiceProvider services, RightsTable rights)
{
    /// <summary>The page's own connection carries the person of its first moment; afterwards the circuit knows better.</summary>
    public async Task<ClaimsPrincipal> PrincipalAsync()
    {
        if (accessor.HttpContext is { } context && !context.WebSockets.IsWebSocketRequest
            && !context.Request.Path.StartsWithSegments("/_blazor"))
        {
            return context.User;
        }

        return services.GetService<AuthenticationStateProvider>() is { } provider
            ? (await provider.GetAuthenticationStateAsync()).User
            : new ClaimsPrincipal();
    }

    public async Task<Viewer> GetAsync() => ViewerClaims.Of(await PrincipalAsync());

    public async Task<bool> AllowsAsync(string right) => rights.Allows(await GetAsync(), right);

    /// <summary>The rows that a right opens; none of a bank where the right is missing.</summary>
    public async Task<RowScope> RowsAsync(string right) => rights.Rows(await GetAsync(), right);

    /// <summary>Stops an act whose right is missing; every act that a page starts later on asks here again.</summary>
    /// <exception cref="DeniedException">The right is missing; that was recorded.</exception>
    public async Task<Viewer> DemandAsync(string right, string target)
    {
        Viewer viewer = await GetAsync();
        if (rights.Allows(viewer, right))
        {
            return viewer;
        }

        await services.GetRequiredService<AuditTrail>().RecordAsync(AuditAction.Denied, target, AuditResult.Denied, right);
        throw new DeniedException(right);
    }
}

/// <summary>Somebody tried what they may not.</summary>
internal sealed class DeniedException(string right) : Exception($"The right {right} is missing.");
