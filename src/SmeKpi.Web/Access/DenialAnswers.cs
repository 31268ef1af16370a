using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Web.Components.Layout;
using SmeKpi.Web.PageCache;

namespace SmeKpi.Web.Access;

/// <summary>What somebody gets whose right is missing: pages lead on, programs get problem+json; both leave a trace.</summary>
internal sealed class DenialAnswers(RightsTable rights) : IAuthorizationMiddlewareResultHandler
{
    public const string SignIn = "/signin";
    public const string SecondFactor = "/account/second-factor";

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        Viewer viewer = ViewerClaims.Of(context.User);
        string right = policy.Requirements.OfType<RightRequirement>().FirstOrDefault()?.Right ?? "-";
        if (viewer.IsSignedIn && context.Request.Path == "/" && HttpMethods.IsGet(context.Request.Method)
            && context.RequestServices.GetRequiredService<FirstPlace>().Of(viewer) is { } place)
        {
            // Who comes through the front door asks for nothing that is denied: there is nothing to record.
            context.Response.Redirect(place);
            return;
        }

        if (viewer.IsSignedIn)
        {
            await context.RequestServices.GetRequiredService<AuditTrail>().RecordAsync(
                AuditAction.Denied, $"{context.Request.Method} {context.Request.Path}", AuditResult.Denied, right,
                context.RequestAborted);
        }

        await AnswerAsync(context, viewer, right);
    }

    private async Task AnswerAsync(HttpContext context, Viewer viewer, string right)
    {
        bool forPeople = IsForPeople(context.Request);
        string back = Uri.EscapeDataString(
            PageAddress.LocalOrHome($"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}"));
        if (forPeople && !viewer.IsSignedIn)
        {
            context.Response.Redirect($"{SignIn}?back={back}");
        }
        else if (forPeople && Right.All.Contains(right) && rights.WaitsForSecondFactor(viewer, right))
        {
            context.Response.Redirect($"{SecondFactor}?back={back}");
        }
        else if (forPeople)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            if (!viewer.IsSignedIn)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
            }

            int status = viewer.IsSignedIn ? StatusCodes.Status403Forbidden : StatusCodes.Status401Unauthorized;
            await Results.Problem(
                title: viewer.IsSignedIn ? "The right for this is missing." : "Sign in or send an access token.",
                statusCode: status).ExecuteAsync(context);
        }
    }

    /// <summary>Somebody looking at a page, in contrast to a program, a picture or a form that is sent.</summary>
    private static bool IsForPeople(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && !IsForPrograms(request) && !request.Path.StartsWithSegments("/charts");

    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api")
        || request.Path.StartsWithSegments("/openapi") || request.Path.StartsWithSegments("/metrics")
        || request.Path.StartsWithSegments("/_blazor") || request.Path == WallEndpoints.Version;
}
