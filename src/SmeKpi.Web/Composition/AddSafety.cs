using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Composition;

/// <summary>What keeps a browser, a flood or a forged form from doing harm.</summary>
internal static class SafetyServices
{
    /// <summary>No form of ours is larger; what uploads files says its own limit.</summary>
    private const long LargestBody = 1024 * 1024;

    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddSafety(this IServiceCollection services, Settings settings)
    {
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestBody;
        });
        services.Configure<CookiePolicyOptions>(options =>
        {
            options.HttpOnly = HttpOnlyPolicy.Always;
            options.MinimumSameSitePolicy = SameSiteMode.Lax;
            options.Secure = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie.Name = "smekpi-form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.Configure<ForwardedHeadersOptions>(options => TrustProxies(options, settings));
        services.Configure<HostFilteringOptions>(options =>
        {
            // A page elsewhere could point its own name at this machine and read what is served for it alone.
            if (settings.Urls.All(Commands.ServeCommand.IsLoopback))
            {
                options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
            }
        });
        services.AddRateLimiter(Limit);
        return services;
    }

    /// <summary>Comes before everything that answers.</summary>
    public static void UseSafety(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (app.Services.GetRequiredService<Settings>().Urls.Any(url => url.StartsWith("https:", StringComparison.Ordinal)))
        {
            app.UseHsts();
        }

        app.UseMiddleware<SafetyHeaders>();
        app.UseCookiePolicy();
    }

    /// <summary>Only proxies that the settings name are believed when they say who is asking.</summary>
    private static void TrustProxies(ForwardedHeadersOptions options, Settings settings)
    {
        options.ForwardedHeaders = settings.Proxies.Count > 0
            ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            : ForwardedHeaders.None;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (IPAddress proxy in settings.Proxies)
        {
            options.KnownProxies.Add(proxy);
        }
    }

    private static void Limit(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(PartitionOf);
    }

    // Guessing is what the first limit is for; the second keeps one program from starving the others.
    private static RateLimitPartition<string> PartitionOf(HttpContext context)
    {
        string address = context.Connection.RemoteIpAddress?.ToString() ?? "-";
        if (HttpMethods.IsPost(context.Request.Method) && IsDoor(context.Request.Path))
        {
            return Window($"door {address}", 30);
        }

        return context.Request.Path.StartsWithSegments("/api")
            ? Window($"api {ViewerClaims.Of(context.User).Name} {address}", 3000)
            : RateLimitPartition.GetNoLimiter(string.Empty);
    }

    private static bool IsDoor(PathString path) =>
        path.StartsWithSegments(DenialAnswers.SignIn) || path.StartsWithSegments("/setup") || path.StartsWithSegments("/welcome");

    private static RateLimitPartition<string> Window(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = s_window });
}
