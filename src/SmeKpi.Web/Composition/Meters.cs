using System.Diagnostics.Metrics;
using OpenTelemetry.Metrics;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Composition;

/// <summary>Figures about the running program for whoever operates it: GET /metrics in Prometheus' format.</summary>
internal sealed class Meters
{
    private const string Name = "SmeKpi";

    private readonly Counter<long> _files;
    private readonly Counter<long> _values;
    private readonly Counter<long> _readings;
    private readonly Histogram<double> _seconds;

    public Meters(IMeterFactory factory, WorkQueue queue)
    {
        Meter meter = factory.Create(Name);
        _files = meter.CreateCounter<long>("smekpi.files", description: "Files of the drop folder, by outcome");
        _values = meter.CreateCounter<long>("smekpi.values", description: "Values that they added");
        _readings = meter.CreateCounter<long>("smekpi.readings", description: "Readings that changed");
        _seconds = meter.CreateHistogram<double>("smekpi.computing", unit: "s", description: "Time for one computation");
        meter.CreateObservableGauge("smekpi.work.open", queue.CountOpen, description: "Pieces of work not finished");
    }

    public void Imported(ImportOutcome outcome, int values)
    {
        _files.Add(1, KeyValuePair.Create("outcome", (object?)outcome.ToString()));
        _values.Add(values);
    }

    public void Computed(int readings, TimeSpan took)
    {
        _readings.Add(readings);
        _seconds.Record(took.TotalSeconds);
    }

    public static void Add(IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<Meters>();
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting", "System.Runtime")
            .AddPrometheusExporter());
    }

    public static void Map(WebApplication app)
    {
        // Made now, so that the first look finds the figures even before the first job has asked for them.
        _ = app.Services.GetRequiredService<Meters>();
        app.MapPrometheusScrapingEndpoint("/metrics").Needs(Right.MetricsRead);
    }
}
