using System.CommandLine;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Seeding;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi work`: jobs only, no web.</summary>
internal static class WorkCommand
{
    public static Command Create()
    {
        Command command = new("work", "Run jobs without serving pages");
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        Settings settings = Configured.Read(builder.Configuration, result);
        builder.Services.AddStorage(settings, Law.Load()).AddJobs(settings);
        using IHost host = builder.Build();
        await host.Services.GetRequiredService<DatabaseSetup>().PrepareAsync(new ErrorLines(), cancellationToken);
        await RecordedStart.RecordAsync(host.Services, "work", cancellationToken);
        await host.RunAsync(cancellationToken);
        return CommandLine.Accepted;
    }
}
