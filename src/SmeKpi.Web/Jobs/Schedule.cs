using Hangfire;

namespace SmeKpi.Web.Jobs;

/// <summary>The list of recurring jobs. Times are Shanghai's; a time that passed while the program was down runs once.</summary>
internal static class Schedule
{
    private static readonly RecurringJobOptions s_shanghai = new()
    {
        TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        MisfireHandling = MisfireHandlingMode.Relaxed,
    };

    public static void Register(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<WatchDropFolderJob>(
            "watch-drop-folder", job => job.RunAsync(CancellationToken.None), "*/5 * * * * *", s_shanghai);
    }
}
