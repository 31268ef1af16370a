using Microsoft.AspNetCore.SignalR;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;
using SmeKpi.Web.Circuits;

namespace SmeKpi.Web.Composition;

/// <summary>Pages on which people work keep a connection; how many, how long, and for whom.</summary>
internal static class CircuitServices
{
    private const string Connection = "/_blazor";
    private const long LargestMessage = 32 * 1024;

    public static void AddCircuits(this IRazorComponentsBuilder pages)
    {
        pages.Services.AddSingleton<SessionFilter>();
        pages.AddInteractiveServerComponents(options =>
            {
                options.DetailedErrors = false;
                options.DisconnectedCircuitMaxRetained = 100;
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(1);
                options.PersistedCircuitInMemoryMaxRetained = 0;
                options.MaxBufferedUnacknowledgedRenderBatches = 10;
                options.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(20);
                // The limit counts the one component that a page of ours has as well.
                options.RootComponents.MaxJSRootComponents = 8;
            })
            .AddHubOptions(options =>
            {
                options.EnableDetailedErrors = false;
                options.MaximumReceiveMessageSize = LargestMessage;
                options.HandshakeTimeout = TimeSpan.FromSeconds(10);
                options.KeepAliveInterval = TimeSpan.FromSeconds(15);
                options.ClientTimeoutInterval = TimeSpan.FromSeconds(30);
                options.AddFilter<SessionFilter>();
            });
    }

    /// <summary>Refuses connections that another site's pages open.</summary>
    public static void UseOwnOriginForCircuits(this IApplicationBuilder app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments(Connection), circuits => circuits.Use(OwnOrigin.CheckAsync));

    public static void AddCircuits(this RazorComponentsEndpointConventionBuilder pages) =>
        pages.AddInteractiveServerRenderMode(options =>
        {
            // A page shows a secret link beside what somebody typed: compressed together, lengths would speak.
            options.DisableWebSocketCompression = true;
            // The site's own headers say who may frame it.
            options.ContentSecurityFrameAncestorsPolicy = null;
        });

    /// <summary>Whoever has an account may connect; what a page does then asks for its own right.</summary>
    public static void CloseConnections(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } path }
            && ("/" + path.TrimStart('/')).StartsWith(Connection, StringComparison.Ordinal))
        {
            endpoint.Metadata.Add(new NeedsAttribute(Right.AccountOwn));
        }
    }
}
