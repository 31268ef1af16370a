using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using SmeKpi.Web.Access;
using SmeKpi.Web.Access.Tokens;

namespace SmeKpi.Web.Composition;

/// <summary>Who somebody is, what they may, and the trace of it.</summary>
internal static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services, Law law)
    {
        services.AddSingleton(law.Rights);
        services.AddSingleton(law.Roles);
        services.AddSingleton<SiteMode>();
        services.AddScoped<CurrentViewer>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<BankViews>();
        services.AddSingleton<FirstPlace>();
        services.AddAuthentication(AccessSchemes.Default)
            .AddPolicyScheme(AccessSchemes.Default, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, DemoRole>(AccessSchemes.Demo, null);
        services.AddTokens();
        services.AddAuthorization(options =>
        {
            // The right decides; without a right on the endpoint nobody comes in.
            options.DefaultPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => true).Build();
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(IsNoEndpoint).Build();
        });
        services.AddSingleton<IAuthorizationHandler, RightHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, DenialAnswers>();
        return services;
    }

    private static string SchemeOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<SiteMode>().IsDemo ? AccessSchemes.Demo
        : TokenHandler.IsSent(context.Request) ? AccessSchemes.Token
        : AccessSchemes.Session;

    /// <summary>An address that nobody answers is not found rather than forbidden.</summary>
    private static bool IsNoEndpoint(AuthorizationHandlerContext context) =>
        context.Resource is HttpContext request && request.GetEndpoint() is null;
}
