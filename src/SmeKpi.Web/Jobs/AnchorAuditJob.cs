using Hangfire;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Jobs;

/// <summary>Writes down outside the database where the audit chain ends today.</summary>
/// <remarks>
/// Any number of runs, here and on other machines, write one anchor for a day and an entry. A chain that does not fit
/// the last anchor gets none: the job fails, and `smekpi check` says why.
/// </remarks>
internal sealed partial class AnchorAuditJob(AuditAnchorer anchorer, ILogger<AnchorAuditJob> logger)
{
    [AutomaticRetry(Attempts = 3)]
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await anchorer.AnchorAsync(cancellationToken) is { } anchor)
        {
            Anchored(anchor.Number, anchor.Day);
        }
    }

    /// <summary>Anchors at the end of the process, as far as that is possible: the program ends in any case.</summary>
    public async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            NotAnchored(error);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit entry {Number} anchored on {Day}")]
    private partial void Anchored(long number, DateOnly day);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit chain was not anchored")]
    private partial void NotAnchored(Exception error);
}
