namespace SmeKpi.Web.Composition;

internal static class ChartRoutes
{
    public static void MapSmeKpiCharts(this WebApplication app) => _ = app;
}
