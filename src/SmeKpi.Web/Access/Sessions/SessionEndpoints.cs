using Microsoft.AspNetCore.Antiforgery;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;

namespace SmeKpi.Web.Access.Sessions;

/// <summary>Whether the session still lives, its end, and what comes before everything else in it.</summary>
internal static class SessionEndpoints
{
    public const string Alive = "/session";
    public const string SignOut = "/signout";

    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Alive, IsAlive).Needs(Right.SessionOpen).ExcludeFromDescription();
        routes.MapPost(SignOut, EndAsync).Needs(Right.SessionOpen).ExcludeFromDescription();
    }

    /// <summary>After authentication and before authorization: duties come first, and connections that stay open are watched.</summary>
    public static void UseSessions(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<StoredSession>() is not { } session)
        {
            await next(context);
            return;
        }

        SessionDuties duties = context.RequestServices.GetRequiredService<SessionDuties>();
        if (SessionDuties.PageFor(duties.Of(session)) is { } page && IsElsewhere(context, page))
        {
            context.Response.Redirect(page);
            return;
        }

        await context.RequestServices.GetRequiredService<CircuitDoor>().PassAsync(context, session, next);
    });

    private static bool IsElsewhere(HttpContext context, string page) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
        && context.Request.Path != page && context.Request.Path != Alive
        && context.Request.Path != "/culture" && context.Request.Path != "/theme";

    private static IResult IsAlive(HttpContext context) => ViewerClaims.Of(context.User).IsSignedIn
        ? Results.NoContent()
        : Results.StatusCode(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> EndAsync(
        HttpContext context, IAntiforgery antiforgery, SessionDesk desk, LiveSessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.Problem(title: "The form is too old.", statusCode: StatusCodes.Status400BadRequest);
        }

        if (context.Features.Get<StoredSession>() is { } session)
        {
            await desk.EndAsync(session, session.Account.ToActor(AddressOf(context)), context.RequestAborted);
            sessions.Forget();
        }

        SessionCookie.Remove(context);
        return Results.LocalRedirect(DenialAnswers.SignIn);
    }

    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();
}
