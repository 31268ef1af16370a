using System.Text;
using SmeKpi.Core.Access;
using SmeKpi.Core.Attribution;
using SmeKpi.Web.Access;
using SmeKpi.Web.Charts;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Composition;

/// <summary>Pictures to take along: a target's year as /charts/M01.1.png, who moved it as /charts/M01.1-causes.png; .svg too.</summary>
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
        // Before the year's pictures, whose addresses take any name.
        app.MapGet("/charts/{id}-causes.png", (string id, HttpRequest request, TargetReader reader, VisibleCauses causes, WaterfallSpecs specs, CancellationToken cancellationToken) =>
            DrawCausesAsync(id, "png", request, reader, causes, specs, cancellationToken)).WithOrder(-1).Needs(Right.CityRead).ExcludeFromDescription();
        app.MapGet("/charts/{id}-causes.svg", (string id, HttpRequest request, TargetReader reader, VisibleCauses causes, WaterfallSpecs specs, CancellationToken cancellationToken) =>
            DrawCausesAsync(id, "svg", request, reader, causes, specs, cancellationToken)).WithOrder(-1).Needs(Right.CityRead).ExcludeFromDescription();
    }

    private static async Task<IResult> DrawCausesAsync(
        string id,
        string form,
        HttpRequest request,
        TargetReader reader,
        VisibleCauses visible,
        WaterfallSpecs specs,
        CancellationToken cancellationToken)
    {
        ViewQuery query = ViewQuery.Parse(request.Query["month"], request.Query["asOf"], request.Query["region"]);
        string by = request.Query["by"].ToString();
        if (query.Rejected.Count > 0 || by is not ("bank" or "county"))
        {
            return Results.BadRequest();
        }

        if (!VisibleCauses.Ids.Contains(id) || await reader.ReadAreaAsync(id, query, cancellationToken) is not { } page
            || await visible.ReadAsync(
                id,
                page.Target.RulingDefinition.Name,
                page.Period.Month,
                page.Period.Region,
                by == "bank" ? AttributedBy.Bank : AttributedBy.County,
                query.AsOf,
                cancellationToken) is not { } causes)
        {
            return Results.NotFound();
        }

        WaterfallSpec spec = specs.Of(causes, page);
        string name = $"{id}-causes-{by}-{page.Period.Month}.{form}";
        return form == "png"
            ? Results.File(WaterfallChart.Png(spec, Width, Height), "image/png", name)
            : Results.File(Encoding.UTF8.GetBytes(WaterfallChart.Svg(spec, Width, Height)), "image/svg+xml", name);
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
        // What is foretold follows the ruling reading, whatever else the page shows.
        string? reading = file == id ? request.Query["reading"].ToString() : null;
        ViewQuery query = ViewQuery.Parse(request.Query["month"], request.Query["asOf"], request.Query["region"], reading);
        if (query.Rejected.Count > 0)
        {
            return Results.BadRequest();
        }

        if (await reader.ReadAreaAsync(id, query, cancellationToken) is not { } page
            || page.Period.Query.Rejected.Count > 0
            || draw(page) is not { } spec)
        {
            return Results.NotFound();
        }

        string name = $"{file}-{page.Period.Month.Year}.{form}";
        return form == "png"
            ? Results.File(YearChart.Png(spec, Width, Height), "image/png", name)
            : Results.File(Encoding.UTF8.GetBytes(YearChart.Svg(spec, Width, Height)), "image/svg+xml", name);
    }
}
