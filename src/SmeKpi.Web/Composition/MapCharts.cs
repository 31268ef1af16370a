using System.Text;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;
using SmeKpi.Web.Charts;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Composition;

/// <summary>The chart of a target's year as a file to take along: /charts/M01.1.png and .svg.</summary>
internal static class ChartRoutes
{
    private const int Width = 1200;
    private const int Height = 640;

    public static void MapSmeKpiCharts(this WebApplication app)
    {
        app.MapGet("/charts/{id}.png", (string id, HttpRequest request, TargetReader reader, YearChartSpecs specs, CancellationToken cancellationToken) =>
            DrawAsync(id, "png", request, reader, specs, cancellationToken)).Needs(Right.CityRead).ExcludeFromDescription();
        app.MapGet("/charts/{id}.svg", (string id, HttpRequest request, TargetReader reader, YearChartSpecs specs, CancellationToken cancellationToken) =>
            DrawAsync(id, "svg", request, reader, specs, cancellationToken)).Needs(Right.CityRead).ExcludeFromDescription();
    }

    private static async Task<IResult> DrawAsync(
        string id,
        string form,
        HttpRequest request,
        TargetReader reader,
        YearChartSpecs specs,
        CancellationToken cancellationToken)
    {
        ViewQuery query = ViewQuery.Parse(request.Query["month"], request.Query["asOf"], request.Query["region"]);
        if (query.Rejected.Count > 0)
        {
            return Results.BadRequest();
        }

        if (await reader.ReadAreaAsync(id, query, cancellationToken) is not { } page)
        {
            return Results.NotFound();
        }

        YearChartSpec spec = specs.Of(page);
        string name = $"{id}-{page.Period.Month.Year}.{form}";
        return form == "png"
            ? Results.File(YearChart.Png(spec, Width, Height), "image/png", name)
            : Results.File(Encoding.UTF8.GetBytes(YearChart.Svg(spec, Width, Height)), "image/svg+xml", name);
    }
}
