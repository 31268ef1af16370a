using Hangfire;

namespace SmeKpi.Web.Jobs;

/// <summary>Runs the jobs, from a moment after the start on: whoever waits for the first page goes first.</summary>
internal sealed class JobServer(IServiceProvider services, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_ending = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        await Task.Delay(s_moment, stoppingToken);
        await services.GetRequiredService<JobStart>().RunAsync(stoppingToken);
        using BackgroundJobServer server = new(
            new BackgroundJobServerOptions
            {
                Activator = services.GetRequiredService<JobActivator>(),
                WorkerCount = 2,
                SchedulePollingInterval = s_poll,
                ShutdownTimeout = s_ending,
            },
            services.GetRequiredService<JobStorage>());
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
        await services.GetRequiredService<AnchorAuditJob>().TryRunAsync(CancellationToken.None);
    }

    private async Task StartedAsync(CancellationToken stoppingToken)
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration told = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
    }
}
