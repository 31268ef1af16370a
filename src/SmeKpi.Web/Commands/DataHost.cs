using System.CommandLine;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Seeding;

namespace SmeKpi.Web.Commands;

/// <summary>What commands without a server share: services on a prepared database.</summary>
internal static class DataHost
{
    /// <summary>Runs a command with the services of the database; progress goes to standard error.</summary>
    public static async Task<int> RunAsync(
        ParseResult result, Func<IServiceProvider, Task<int>> command, CancellationToken cancellationToken)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddJsonFile("appsettings.json", optional: true);
        Settings settings = Configured.Read(builder.Configuration, result);
        builder.Services.AddLogging();
        builder.Services.AddStorage(settings, Law.Load());
        using IHost host = builder.Build();
        await host.Services.GetRequiredService<DatabaseSetup>()
            .PrepareAsync(new ErrorLines(), cancellationToken);
        return await command(host.Services);
    }
}

/// <summary>Progress for people: not part of what a command prints.</summary>
internal sealed class ErrorLines : IProgress<string>
{
    public void Report(string value) => Console.Error.WriteLine(value);
}
