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
        // Tried before the year's charts, whose pattern takes the ending for a part of the id.
        foreach (string form in new[] { "png", "svg" })
        {
            app.MapGet($"/charts/{{id}}-fan.{form}", (string id, HttpRequest request, TargetReader reader, FanChartSpecs specs, CancellationToken cancellationToken) =>
                DrawAsync($"{id}-fan", form, id, request, reader, specs.Of, cancellationToken)).Needs(Right.CityRead).ExcludeFromDescription().WithOrder(-1);
        }

        app.MapGet("/charts/{id}.png", (string id, HttpRequest request, TargetReader reader, YearChartSpecs specs, CancellationToken cancellationToken) =>
            DrawAsync(id, "png", id, request, reader, specs.Of, cancellationToken)).Needs(Right.CityRead).ExcludeFromDescription();
        app.MapGet("/charts/{id}.svg", (string id, HttpRequest request, TargetReader reader, YearChartSpecs specs, CancellationToken cancellationToken) =>
            DrawAsync(id, "svg", id, request, reader, specs.Of, cancellationToken)).Needs(Right.CityRead).ExcludeFromDescription();
    }

    private static async Task<IResult> DrawAsync(
        string file,
        string form,
        string id,
        HttpRequest request,
        TargetReader reader,
        Func<TargetPageView, YearChartSpec?> draw,
        CancellationToken cancellationToken)
    {
        ViewQuery query = ViewQuery.Parse(request.Query["month"], request.Query["asOf"], request.Query["region"]);
        if (query.Rejected.Count > 0)
        {
            return Results.BadRequest();
        }

        if (await reader.ReadAreaAsync(id, query, cancellationToken) is not { } page || draw(page) is not { } spec)
        {
            return Results.NotFound();
        }

        string name = $"{file}-{page.Period.Month.Year}.{form}";
        return form == "png"
            ? Results.File(YearChart.Png(spec, Width, Height), "image/png", name)
            : Results.File(Encoding.UTF8.GetBytes(YearChart.Svg(spec, Width, Height)), "image/svg+xml", name);
    }
}
