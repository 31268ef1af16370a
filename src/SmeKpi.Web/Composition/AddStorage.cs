using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Promises;
using SmeKpi.Storage;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Forecasts;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Promises;
using SmeKpi.Storage.Proposals;
using SmeKpi.Storage.Readings;
using SmeKpi.Storage.Sqlite;
using SmeKpi.Storage.SqlServer;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Dashboards;
using SmeKpi.Web.Jobs;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Seeding;

namespace SmeKpi.Web.Composition;

/// <summary>Law, database, parse → validate → store → compute, and what reads the results.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, Settings settings, Law law)
    {
        services.AddSingleton(settings);
        services.AddSingleton(law);
        services.AddSingleton(law.Policy);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(DashboardFolder.Open(settings.DashboardsDirectory, law.Policy));
        services.AddSingleton<DashboardShelf>();
        services.AddSingleton(new AuditFolder(settings.AnchorsDirectory));
        services.AddSingleton<AuditHeadWriter>();
        services.AddPooledDbContextFactory<SmeKpiContext>((provider, options) =>
        {
            Use(options, settings);
            options.AddInterceptors(provider.GetRequiredService<AuditHeadWriter>());
        });
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuditReader>();
        services.AddSingleton<AuditVerifier>();
        services.AddSingleton<SettingsTrail>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<AuditAnchorer>(provider, Schedule.Zone));
        services.AddSingleton<SourceContexts>();
        services.AddSingleton<ImporterFactory>();
        services.AddSingleton(provider => provider.GetRequiredService<ImporterFactory>().For(month: null));
        services.AddSingleton<SnapshotReader>();
        services.AddSingleton<SeriesReader>();
        services.AddSingleton<SheetReader>();
        services.AddSingleton<Exploring.SheetShelf>();
        services.AddSingleton<MasterDataReader>();
        services.AddSingleton<ObservationReader>();
        services.AddSingleton<ReadingStore>();
        services.AddSingleton<ForecastStore>();
        services.AddSingleton<ReadingComputer>();
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<ImportReader>();
        services.AddSingleton(law.SmallGroups);
        services.AddSingleton<SmallGroupShelf>();
        services.AddSingleton<FigureShelf>();
        services.AddSingleton<CityData>();
        services.AddSingleton<LineageReader>();
        services.AddSingleton<FigureReader>();
        services.AddSingleton<CellWindowShelf>();
        services.AddSingleton<ImportRows>();
        services.AddFilings(law);
        services.AddSingleton<ArrivalReader>();
        services.AddSingleton<ChangeReader>();
        services.AddSingleton<ReminderBook>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ProposalDesk>(provider, law.Rights));
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Storage.Views.SavedViewDesk>(provider, law.Rights));
        services.AddSingleton<FilingShelf>();
        services.AddSingleton(new PromiseRules(law.Rights));
        services.AddSingleton<PromiseReader>();
        services.AddSingleton<PromiseDesk>();
        services.AddSingleton<PromiseSeed>();
        services.AddCases(law);
        services.AddSingleton<RateReader>();
        services.AddSingleton<MetaStore>();
        services.AddSingleton<DatabaseSetup>();
        services.AddAccounts();
        return services;
    }

    /// <summary>Builds the model of the database ahead of its first use, beside what else a start has to do.</summary>
    public static void WarmUp(Settings settings)
    {
        DbContextOptionsBuilder<SmeKpiContext> options = new();
        // Says nothing but says it first, like the factory: options that were given in another order share no model.
        options.EnableDetailedErrors(false);
        Use(options, settings);
        using SmeKpiContext context = new(options.Options);
        _ = context.Series.Where(row => row.Id < 0).ToQueryString();
    }

    private static void Use(DbContextOptionsBuilder options, Settings settings)
    {
        _ = settings.Database switch
        {
            DatabaseKind.Sqlite => options.UseSmeKpiSqlite(settings.ConnectionString),
            DatabaseKind.SqlServer => options.UseSmeKpiSqlServer(settings.ConnectionString),
            _ => throw new InvalidOperationException($"No provider for {settings.Database}."),
        };
    }
}
