using SmeKpi.Core.Access;

namespace SmeKpi.Web.Access.Tokens;

/// <summary>Stops a request whose token is not accepted, whatever it asks for and whatever is wrong.</summary>
internal static class TokenGate
{
    /// <summary>After authentication, before authorization: what a visitor may see is no answer to a bad token.</summary>
    public static void UseTokens(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        bool isDemo = context.RequestServices.GetRequiredService<SiteMode>().IsDemo;
        if (isDemo || !TokenHandler.IsSent(context.Request) || ViewerClaims.Of(context.User).IsSignedIn)
        {
            await next(context);
            return;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        context.Response.Headers.CacheControl = "no-store";
        await Results.Problem(
            title: "The access token is not accepted.",
            detail: "It is unknown, expired or revoked, or it was sent to an address that is no API.",
            statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    });

    /// <summary>Tokens carry rights of the API only; the names that a description of the API gives them.</summary>
    public static string Description =>
        "A personal access token, made under /account/tokens, with some of these rights: "
        + $"{string.Join(", ", TokenScopes.All)}.";
}
