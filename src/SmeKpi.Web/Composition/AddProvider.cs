using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access.Provider;

namespace SmeKpi.Web.Composition;

/// <summary>Sign-in through the city's identity provider, where one is set; before the first one it is asked nothing.</summary>
internal static class ProviderServices
{
    private static readonly string[] s_algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static IServiceCollection AddProvider(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ProviderSignOut>();
        if (settings.Oidc is not { } oidc)
        {
            return services;
        }

        services.AddSingleton(oidc);
        services.AddSingleton<ProviderLogins>();
        services.AddSingleton<ProviderSignIn>();
        services.AddAuthentication().AddOpenIdConnect(ProviderSignIn.Scheme, options => Configure(options, oidc));
        return services;
    }

    private static void Configure(OpenIdConnectOptions options, OidcSettings oidc)
    {
        options.Authority = oidc.Authority;
        options.RequireHttpsMetadata = oidc.IsEncrypted;
        options.ClientId = oidc.ClientId;
        options.ClientSecret = oidc.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.SaveTokens = false;
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = false;
        options.DisableTelemetry = true;
        options.Scope.Clear();
        oidc.Scopes.ToList().ForEach(options.Scope.Add);

        // The way in which methods were proved (amr) is decided on, so nothing is dropped before.
        options.ClaimActions.Clear();
        options.TokenValidationParameters.ValidAlgorithms = s_algorithms;
        options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(2);
        options.CallbackPath = ProviderEndpoints.Callback;
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = ProviderEndpoints.SignedOut;
        options.BackchannelTimeout = TimeSpan.FromSeconds(10);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(10);

        // The answer comes as a link that is followed: lax cookies arrive with it, over plain loopback as well.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.NonceCookie.SameSite = SameSiteMode.Lax;
        options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnTokenValidated = context =>
        {
            RefuseUnsigned(context);
            return Task.CompletedTask;
        };
        options.Events.OnTicketReceived = context =>
            context.HttpContext.RequestServices.GetRequiredService<ProviderSignIn>().ReceiveAsync(context);
        options.Events.OnRemoteFailure = context =>
            context.HttpContext.RequestServices.GetRequiredService<ProviderSignIn>().FailAsync(context);
    }

    /// <summary>
    /// The framework takes an id token without signature when it came straight from the provider, as the standard
    /// allows. Here a signature is wanted all the same: on this machine the way to the provider may be unencrypted.
    /// </summary>
    private static void RefuseUnsigned(TokenValidatedContext context)
    {
        if (!s_algorithms.Contains(context.SecurityToken.SignatureAlgorithm))
        {
            context.Fail("The id token is not signed.");
        }
    }
}
