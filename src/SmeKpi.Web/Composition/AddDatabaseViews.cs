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
        services.AddScoped<Supervision.VisibleSupervision>();
        services.AddScoped<Supervision.BanksReader>();
        services.AddScoped<Supervision.BankReader>();
        services.AddScoped<VisibleFigures>();
        services.AddScoped<VisibleCells>();
        services.AddScoped<VisibleComparison>();
        services.AddScoped<Exports.ExportDesk>();
        services.AddScoped<WhatIfDesk>();
        services.AddScoped<Exploring.VisibleExplorer>();
        services.AddScoped<Exploring.ExplorerReader>();
        services.AddScoped<Exploring.ExplorerWords>();
        services.AddScoped<RevisionsReader>();
        services.AddScoped<ChangesReader>();
        services.AddScoped<ScopesReader>();
        services.AddScoped<Promises.PromiseHall>();
        services.AddScoped<Cases.CaseFigures>();
        services.AddScoped<Cases.CaseHall>();
        services.AddScoped<DatabaseViews>();
        services.AddScoped<Charts.YearChartSpecs>();
        services.AddScoped<Charts.WaterfallSpecs>();
        services.AddScoped<ForecastReader>();
        services.AddScoped<Charts.FanChartSpecs>();
        services.AddScoped(provider => provider.GetRequiredService<DatabaseViews>().ToSource());
        return services;
    }
}
