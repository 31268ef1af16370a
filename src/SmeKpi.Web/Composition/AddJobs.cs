using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using SmeKpi.Web.Filing;
using SmeKpi.Web.Jobs;

namespace SmeKpi.Web.Composition;

/// <summary>Hangfire: in memory on the embedded database, where our own work rows survive; else on SQL Server.</summary>
internal static class JobServices
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);

    public static IServiceCollection AddJobs(this IServiceCollection services, Settings settings)
    {
        Meters.Add(services);
        services.AddSingleton<DropFolder>();
        services.AddSingleton<WorkDesk>();
        services.AddSingleton<WorkRunner>();
        services.AddSingleton<ImportDroppedFile>();
        services.AddSingleton<ComputeReadings>();
        services.AddSingleton<CheckFiling>();
        services.AddSingleton<FilingIntake>();
        services.AddSingleton<BankFolders>();
        services.AddSingleton<WorkDispatcher>();
        services.AddSingleton<WatchDropFolderJob>();
        services.AddSingleton<AnchorAuditJob>();
        services.AddSingleton<RemindOfDueFilings>();

        // Hangfire's own are shared by all programs of a process: the first that ends would close the storage for the
        // others, and jobs would run with the services of whichever program started last.
        services.AddSingleton(provider =>
        {
            // Where Hangfire writes its log to is shared as well; this turns it to the program that is starting.
            _ = provider.GetRequiredService<IGlobalConfiguration>();
            return StorageFor(settings);
        });
        services.AddSingleton<JobActivator>(
            provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, configuration) => configuration
            .UseLogProvider(new JobLogs(provider.GetRequiredService<ILoggerFactory>()))
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
        services.AddSingleton<JobStart>();
        services.AddHostedService<JobServer>();
        return services;
    }

    private static JobStorage StorageFor(Settings settings) => settings.Database switch
    {
        DatabaseKind.Sqlite => new InMemoryStorage(),
        DatabaseKind.SqlServer => new SqlServerStorage(settings.ConnectionString, new SqlServerStorageOptions
        {
            SlidingInvisibilityTimeout = TimeSpan.FromMinutes(1),
            QueuePollInterval = s_poll,
        }),
        _ => throw new InvalidOperationException($"No job storage for {settings.Database}."),
    };
}
