using System.Globalization;
using SmeKpi.Core.Filing;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Filing;

namespace SmeKpi.Web.Jobs;

/// <summary>Has a filing read and judged.</summary>
internal sealed partial class CheckFiling(FilingCheck check, ILogger<CheckFiling> logger)
{
    public async Task RunAsync(WorkItem item, Fence fence, CancellationToken cancellationToken)
    {
        int id = int.Parse(item.Argument, NumberStyles.None, CultureInfo.InvariantCulture);
        if (await check.RunAsync(id, fence, cancellationToken) is { } judged)
        {
            Judged(judged.Number, judged.State);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Number}: {State}")]
    private partial void Judged(string number, SubmissionState state);
}
