using Microsoft.Extensions.Diagnostics.HealthChecks;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Composition;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseHealth(SnapshotReader snapshots) : IHealthCheck
{
    public const string Ready = "ready";

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await snapshots.DataVersionAsync(cancellationToken: cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
