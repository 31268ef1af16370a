using SmeKpi.Core.Cases;
using SmeKpi.Storage.Cases;

namespace SmeKpi.Web.Composition;

/// <summary>监管事项: notices to banks, their replies and what came of them.</summary>
internal static class CaseServices
{
    public static void AddCases(this IServiceCollection services, Law law)
    {
        services.AddSingleton(law.Cases);
        services.AddSingleton(new CaseRules(law.Rights));
        services.AddSingleton<CaseReader>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<CaseDesk>(provider, law.Calendar.Days));
        services.AddSingleton<CaseSeed>();
    }
}
