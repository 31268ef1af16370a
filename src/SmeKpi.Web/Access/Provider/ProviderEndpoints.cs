using Microsoft.AspNetCore.Authentication;
using SmeKpi.Core.Access;
using SmeKpi.Web.Components.Pages.Account;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Access.Provider;

/// <summary>The way to the provider. The way back is answered where requests are authenticated.</summary>
internal static partial class ProviderEndpoints
{
    public const string Start = "/signin/provider";
    public const string Callback = "/signin/provider/callback";
    public const string SignedOut = "/signin/provider/signed-out";

    /// <summary>The sign-in page with the words of <see cref="Components.Controls.OidcButton"/>.</summary>
    public const string Refused = $"{DenialAnswers.SignIn}?provider=refused";
    public const string Down = $"{DenialAnswers.SignIn}?provider=down";

    /// <summary>Where somebody gives the own one-time code.</summary>
    public static string CodePage(string back) => $"{DenialAnswers.SignIn}/code?back={Uri.EscapeDataString(back)}";

    public static void MapProvider(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<Settings>().Oidc is not null)
        {
            routes.MapGet(Start, StartAsync).Needs(Right.SessionOpen).ExcludeFromDescription();
        }
    }

    private static async Task StartAsync(
        HttpContext context, SiteMode mode, ILogger<ProviderSignIn> logger, string? back)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (mode.IsDemo)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await context.ChallengeAsync(
                ProviderSignIn.Scheme, new AuthenticationProperties { RedirectUri = Landing.Of(back) });
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            NotReached(logger, error);
            context.Response.Redirect(Down);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The identity provider cannot be reached.")]
    private static partial void NotReached(ILogger logger, Exception error);
}
