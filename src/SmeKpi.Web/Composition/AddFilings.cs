using SmeKpi.Core.Filing;
using SmeKpi.Core.Templates;
using SmeKpi.Storage.Filings;
using SmeKpi.Web.Filing;
using SmeKpi.Web.Parsing;

namespace SmeKpi.Web.Composition;

/// <summary>报送: what takes filings in, reads, judges and publishes them.</summary>
internal static class FilingServices
{
    public static void AddFilings(this IServiceCollection services, Law law)
    {
        services.AddSingleton(new FilingRules(law.Rights));
        services.AddSingleton(new TemplateCatalog(law.Forms, law.Indicators));
        services.AddSingleton(ParsingLimits.Usual);
        services.AddSingleton<LimitedParser>();
        services.AddSingleton<FilingDesk>();
        services.AddSingleton<FilingChecker>();
        services.AddSingleton<FilingPublisher>();
        services.AddSingleton<FilingReader>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<DisputeDesk>(provider, law.Rights));
        services.AddSingleton<FilingDossier>();
        services.AddSingleton<FilingCheck>();
    }

    /// <summary>What belongs to a request.</summary>
    public static void AddFilingHall(this IServiceCollection services)
    {
        services.AddScoped<FilingHall>();
        services.AddScoped<FilingUpload>();
        services.AddScoped<RuleDesk>();
    }
}
