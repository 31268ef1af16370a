using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Access.Provider;

/// <summary>After the end of a session that the provider opened the provider is told, where it offers that.</summary>
internal sealed partial class ProviderSignOut(
    Settings settings, IServiceProvider services, ILogger<ProviderSignOut> logger)
{
    /// <param name="method">How the session began.</param>
    /// <returns>Null when there is nothing to tell; the session here has ended in any case.</returns>
    public async Task<IResult?> AnswerAsync(HttpContext context, string? method)
    {
        if (settings.Oidc is not { } oidc || method != oidc.Method
            || await EndAsync(context.RequestAborted) is not { } end)
        {
            return null;
        }

        // Nothing is kept of the id token that could be handed back as a hint; the provider knows its own session.
        return Onward.To(QueryHelpers.AddQueryString(end, new Dictionary<string, string?>
        {
            ["client_id"] = oidc.ClientId,
            ["post_logout_redirect_uri"] = $"{context.Request.Scheme}://{context.Request.Host}{DenialAnswers.SignIn}",
        }));
    }

    private async Task<string?> EndAsync(CancellationToken cancellationToken)
    {
        OpenIdConnectOptions options = services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>()
            .Get(ProviderSignIn.Scheme);
        try
        {
            OpenIdConnectConfiguration told =
                await options.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            return Uri.TryCreate(told.EndSessionEndpoint, UriKind.Absolute, out Uri? end)
                && (end.Scheme == Uri.UriSchemeHttps
                    || (end.Scheme == Uri.UriSchemeHttp && !options.RequireHttpsMetadata))
                ? told.EndSessionEndpoint : null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            NotTold(logger, error);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider was not told of a sign-out.")]
    private static partial void NotTold(ILogger logger, Exception error);
}
