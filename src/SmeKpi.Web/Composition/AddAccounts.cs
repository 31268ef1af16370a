using Microsoft.Extensions.DependencyInjection.Extensions;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Composition;

/// <summary>Accounts and their acts, for the server and for the command line.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.TryAddSingleton<AuditLog>();
        services.AddSingleton<AccountDesk>();
        services.AddSingleton<OwnAccountDesk>();
        services.AddSingleton<LinkDesk>();
        return services;
    }
}
