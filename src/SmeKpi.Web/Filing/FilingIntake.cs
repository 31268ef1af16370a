using System.Globalization;
using SmeKpi.Core.Filing;
using SmeKpi.Storage.Filings;
using SmeKpi.Web.Jobs;

namespace SmeKpi.Web.Filing;

/// <summary>Takes filings in, whichever way they come, and has them checked.</summary>
internal sealed class FilingIntake(FilingDesk desk, WorkDesk work)
{
    public async Task<FilingOutcome> TakeAsync(FilingArrival arrival, Filer by, CancellationToken cancellationToken)
    {
        FilingOutcome outcome = await desk.ReceiveAsync(arrival, by, cancellationToken);
        if (outcome.Submission is { } taken && taken.State.IsWorking())
        {
            // Also when it was there already: whoever took it may have been killed before asking for the check.
            await work.EnqueueAsync(
                WorkKinds.CheckFiling,
                WorkKinds.CheckFilingKey(taken.Id),
                taken.Id.ToString(CultureInfo.InvariantCulture),
                cancellationToken);
        }

        return outcome;
    }
}
