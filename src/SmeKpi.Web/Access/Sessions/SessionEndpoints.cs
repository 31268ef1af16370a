using Microsoft.AspNetCore.Antiforgery;
using SmeKpi.Core.Access;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access.Provider;

namespace SmeKpi.Web.Access.Sessions;

/// <summary>Whether the session still lives, its end, and what comes before everything else in it.</summary>
internal static class SessionEndpoints
{
    public const string Alive = "/session";
    public const string SignOut = "/signout";

    private static readonly string?[] s_always = [Alive, SignOut, "/culture", "/theme"];

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

    /// <summary>Pages and forms other than the duty's own; what a page is made of is let through.</summary>
    private static bool IsElsewhere(HttpContext context, string page) =>
        context.Request.Path != page && !s_always.Contains(context.Request.Path.Value)
        && (!HttpMethods.IsGet(context.Request.Method)
            || context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal));

    private static IResult IsAlive(HttpContext context) => ViewerClaims.Of(context.User).IsSignedIn
        ? Results.NoContent()
        : Results.StatusCode(StatusCodes.Status401Unauthorized);

    private static async Task<IResult> EndAsync(
        HttpContext context, IAntiforgery antiforgery, SessionDesk desk, LiveSessions sessions, ProviderSignOut provider)
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
        return await provider.AnswerAsync(context, context.Features.Get<StoredSession>()?.Method)
            ?? Results.LocalRedirect(DenialAnswers.SignIn);
    }

    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString();
}
