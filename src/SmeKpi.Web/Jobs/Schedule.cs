using Hangfire;

namespace SmeKpi.Web.Jobs;

/// <summary>The list of recurring jobs. Times are Shanghai's; a time that passed while the program was down runs once.</summary>
internal static class Schedule
{
    public const string AnchorAudit = "anchor-audit";

    private static readonly RecurringJobOptions s_shanghai = new()
    {
        TimeZone = Zone,
        MisfireHandling = MisfireHandlingMode.Relaxed,
    };

    /// <summary>Days begin and end as the city's do.</summary>
    public static TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static void Register(IRecurringJobManager jobs)
    {
        jobs.AddOrUpdate<WatchDropFolderJob>(
            "watch-drop-folder", job => job.RunAsync(CancellationToken.None), "*/5 * * * * *", s_shanghai);
        jobs.AddOrUpdate<AnchorAuditJob>(
            AnchorAudit, job => job.RunAsync(CancellationToken.None), "55 23 * * *", s_shanghai);
        // Weekends are looked at too: people work on some of them.
        jobs.AddOrUpdate<RemindOfDueFilings>(
            "remind-of-due-filings", job => job.RunAsync(CancellationToken.None), "0 9 * * *", s_shanghai);
    }
}
