using SmeKpi.Storage;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Jobs;

/// <summary>Computes all readings from what is known now.</summary>
/// <remarks>On a second run nothing differs, so nothing is stored; cancelled, it leaves nothing behind.</remarks>
internal sealed partial class ComputeReadings(
    ReadingComputer computer, WorkDesk desk, Meters meters, TimeProvider clock, ILogger<ComputeReadings> logger)
{
    public async Task RunAsync(Fence fence, CancellationToken cancellationToken)
    {
        if (await computer.IsCurrentAsync(cancellationToken))
        {
            await desk.CompleteAsync(fence, cancellationToken);
            return;
        }

        long began = clock.GetTimestamp();
        ComputeReport report = await computer.ComputeAsync(fence: fence, cancellationToken: cancellationToken);
        meters.Computed(report.Stored.Stored, clock.GetElapsedTime(began));
        Computed(report.Months.Count, report.Stored.Stored, report.Stored.Outcome);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Months} months computed, {Stored} readings changed: {Outcome}")]
    private partial void Computed(int months, int stored, Storage.Readings.AppendOutcome outcome);
}
