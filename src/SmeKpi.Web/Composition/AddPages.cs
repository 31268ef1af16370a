using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.ResponseCompression;
using MudBlazor.Services;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;
using SmeKpi.Web.Access.Provider;
using SmeKpi.Web.Access.Sessions;
using SmeKpi.Web.Access.Tokens;
using SmeKpi.Web.Components;
using SmeKpi.Web.Formatting;
using SmeKpi.Web.PageCache;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Composition;

/// <summary>The pages: everything they need except a <see cref="ViewSource"/>, which the database side registers.</summary>
public static class AddPages
{
    private static readonly string[] s_cultures = ["zh-CN", "en"];

    public static IServiceCollection AddSmeKpiPages(this IServiceCollection services)
    {
        services.AddSingleton<IComponentActivator, PlainActivator>();
        services.AddRazorComponents().AddCircuits();
        services.AddScoped<AccountAdministration>();
        services.AddMudServices();
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.AddResponseCompression(options =>
        {
            // Pages carry no secret that a guesser of lengths could learn, so that they may shrink over HTTPS too.
            options.EnableForHttps = true;
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv"];
        });
        services.AddScoped(_ => new QuantityFormatter(CultureInfo.CurrentUICulture));
        services.AddScoped<BesideWords>();
        services.AddScoped<OverviewReader>();
        services.AddScoped<TargetReader>();
        services.AddScoped<MeasuresReader>();
        services.AddScoped<ImportsReader>();
        services.AddScoped<AuditPages>();
        services.AddFilingHall();
        services.AddPageCache();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.SetDefaultCulture(s_cultures[0])
                .AddSupportedCultures(s_cultures)
                .AddSupportedUICultures(s_cultures);
            // Chinese until the reader says otherwise: the browser's language is no choice of theirs.
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        return services;
    }

    public static WebApplication MapSmeKpiPages(this WebApplication app)
    {
        app.UseSafety();
        app.UseResponseCompression();
        app.UseWhen(context => !IsPage(context), programs => programs.UseExceptionHandler());
        app.UseWhen(IsPage, pages => pages
            .UseExceptionHandler("/error", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));
        app.UseMiddleware<StopWithoutAudit>();
        // After the pages that stand in for an error, so that an address nobody answers can be routed to one of them.
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseOwnOriginForCircuits();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseSessions();
        app.UseTokens();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.UsePageCache();
        app.MapStaticAssets().Needs(Right.SessionOpen);
        app.MapReaderChoices();
        app.MapSessions();
        app.MapWall();
        app.MapProvider();
        RazorComponentsEndpointConventionBuilder pages = app.MapRazorComponents<App>();
        pages.AddCircuits();
        pages.Add(OpenFrameworkFiles);
        pages.Add(CircuitServices.CloseConnections);
        return app;
    }

    // The scripts of the framework are no secret; every page says itself what it needs.
    private static void OpenFrameworkFiles(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
            && path.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal))
        {
            endpoint.Metadata.Add(new NeedsAttribute(Right.SessionOpen));
        }
    }

    // Programs that call the API or fetch a chart get their own form of an error.
    private static bool IsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api") && !context.Request.Path.StartsWithSegments("/health");
}
