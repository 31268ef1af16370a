using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Access;

/// <summary>Records what people do, with who they are and where they sit.</summary>
internal sealed class AuditTrail(AuditLog log, CurrentViewer current, IHttpContextAccessor accessor)
{
    /// <exception cref="AuditException">The entry was not written; whatever waits for it must not be done.</exception>
    public async Task RecordAsync(
        string action,
        string target,
        AuditResult result = AuditResult.Success,
        string? detail = null,
        CancellationToken cancellationToken = default) =>
        await log.RecordAsync(await EventAsync(action, target, result, detail), cancellationToken);

    /// <summary>The same event for a writer that stores it together with the act.</summary>
    public async Task<AuditEvent> EventAsync(
        string action, string target, AuditResult result = AuditResult.Success, string? detail = null)
    {
        Viewer viewer = await current.GetAsync();
        return new AuditEvent(
            viewer.Name,
            viewer.Role is { } role ? RoleNames.Of(role) : null,
            accessor.HttpContext?.Connection.RemoteIpAddress?.ToString(),
            action,
            target,
            result,
            detail);
    }
}
