using System.CommandLine;
using System.Net;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Exports;
using SmeKpi.Web.Seeding;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi serve`: prepare the database, run jobs, serve pages and the API.</summary>
internal static class ServeCommand
{
    /// <summary>What a test host hands to the program it starts.</summary>
    public static IReadOnlyList<Option> HostOptions { get; } =
    [
        Hidden("--environment"), Hidden("--contentRoot"), Hidden("--applicationName"),
    ];

    public static Command Create()
    {
        Command command = new("serve", "Prepare the database, run jobs, serve pages and the API");
        command.SetAction(RunAsync);
        return command;
    }

    public static async Task<int> RunAsync(ParseResult result, CancellationToken cancellationToken)
    {
        // What takes long at a start runs side by side: reading the law, building the model, opening the database.
        Task<Law> reading = Task.Run(Law.Load, cancellationToken);
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            // Names the manifests of the static files; a test host would otherwise give its own name.
            ApplicationName = typeof(ServeCommand).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        Settings settings = Configured.Read(builder.Configuration, result);
        Task warming = Task.Run(() => StorageServices.WarmUp(settings), cancellationToken);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls([.. settings.Urls]);
        Law law = await reading;
        builder.Services.AddStorage(settings, law).AddJobs(settings).AddAccess(law).AddSignIn(settings).AddSafety(settings);
        builder.Services.AddProvider(settings);
        builder.Services.AddDatabaseViews();
        builder.Services.AddSmeKpiPages();
        builder.Services.AddSmeKpiApi();
        await using WebApplication app = builder.Build();
        Task<string?> opening = Task.Run(() => OpenAsync(app, settings, warming, cancellationToken), cancellationToken);
        app.MapSmeKpiPages();
        app.MapSmeKpiApi();
        app.MapSmeKpiCharts();
        app.MapSmeKpiAuditExport();
        app.MapSmeKpiExports();
        app.MapSmeKpiJobsDashboard();

        foreach (EndpointDataSource source in ((IEndpointRouteBuilder)app).DataSources)
        {
            // Made when first asked for and kept: here it costs the start nothing.
            _ = source.Endpoints;
        }

        if (await opening is { } refusal)
        {
            await Console.Error.WriteLineAsync(refusal);
            return CommandLine.Failed;
        }

        await app.RunAsync(cancellationToken);
        return CommandLine.Accepted;
    }

    /// <summary>All that has to be done before the first request.</summary>
    /// <returns>Why the program must not serve; null when it may.</returns>
    private static async Task<string?> OpenAsync(
        WebApplication app, Settings settings, Task warming, CancellationToken cancellationToken)
    {
        await warming;
        DatabaseSetup setup = app.Services.GetRequiredService<DatabaseSetup>();
        SiteMode mode = app.Services.GetRequiredService<SiteMode>();
        mode.IsDemo = await setup.IsDemoAsync(cancellationToken);
        if (mode.IsDemo
            && Addresses(settings, app.Configuration).FirstOrDefault(url => !IsLoopback(url)) is { } open)
        {
            return $"urls: '{open}'; a demonstration is served on this machine only, as in {Settings.DefaultUrl}";
        }

        await setup.PrepareAsync(new ErrorLines(), cancellationToken);
        await RecordedStart.RecordAsync(app.Services, "serve", cancellationToken);
        await app.Services.GetRequiredService<SetUpLink>().PrintAsync(Console.Out, cancellationToken);
        return null;
    }

    /// <summary>Endpoints of the server's own configuration would take the place of the addresses.</summary>
    private static IEnumerable<string> Addresses(Settings settings, IConfiguration configuration) =>
        settings.Urls.Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => endpoint["Url"]).OfType<string>());

    internal static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address)
        && (address.Host == "localhost"
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? ip) && IPAddress.IsLoopback(ip)));

    private static Option<string?> Hidden(string name) => new(name) { Hidden = true, Recursive = true };
}
