using System.Text.Json;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Composition;

/// <summary>The API under /api/v1, its description and the health checks.</summary>
internal static class ApiServices
{
    public static IServiceCollection AddSmeKpiApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "SmeKpi";
            document.Info.Version = "v1";
            TokenServices.DescribeTokens(document);
            return Task.CompletedTask;
        }));
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Ready]);
        return services;
    }

    public static void MapSmeKpiApi(this WebApplication app)
    {
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        api.MapKpis();
        api.MapAttribution();
        api.MapObservations();
        api.MapExplorer();
        api.MapBanks();
        api.MapPolicy();
        api.MapSubmissions();
        api.MapFilings();
        api.MapBulletins();
        api.MapPromises();
        api.MapCases();
        app.MapOriginals();
        app.MapTemplates();
        Meters.Map(app);
        app.MapOpenApi("/openapi/{documentName}.json").Needs(Right.PolicyRead);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false })
            .Needs(Right.SessionOpen);
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains(DatabaseHealth.Ready) })
            .Needs(Right.SessionOpen);
    }
}
