using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Composition;

/// <summary>Fills the pages from the database.</summary>
internal static class DatabaseViewServices
{
    public static IServiceCollection AddDatabaseViews(this IServiceCollection services)
    {
        services.AddScoped<VisibleCity>();
        services.AddScoped<VisibleImports>();
        services.AddScoped<VisibleFilings>();
        services.AddScoped<VisibleVintages>();
        services.AddScoped<VisibleCauses>();
        services.AddScoped<VisibleFigures>();
        services.AddScoped<VisibleCells>();
        services.AddScoped<VisibleComparison>();
        services.AddScoped<Exports.ExportDesk>();
        services.AddScoped<WhatIfDesk>();
        services.AddScoped<RevisionsReader>();
        services.AddScoped<ChangesReader>();
        services.AddScoped<ScopesReader>();
        services.AddScoped<Promises.PromiseHall>();
        services.AddScoped<DatabaseViews>();
        services.AddScoped<Charts.YearChartSpecs>();
        services.AddScoped<Charts.WaterfallSpecs>();
        services.AddScoped<ForecastReader>();
        services.AddScoped<Charts.FanChartSpecs>();
        services.AddScoped(provider => provider.GetRequiredService<DatabaseViews>().ToSource());
        return services;
    }
}
