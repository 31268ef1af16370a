using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Composition;

/// <summary>Fills the pages from the database.</summary>
internal static class DatabaseViewServices
{
    public static IServiceCollection AddDatabaseViews(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseViews>();
        services.AddScoped<Charts.YearChartSpecs>();
        services.AddSingleton(provider => provider.GetRequiredService<DatabaseViews>().ToSource());
        return services;
    }
}
