using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Composition;

/// <summary>What cannot be recorded is not done: the request ends with 503, in words or as problem+json.</summary>
internal sealed partial class StopWithoutAudit(RequestDelegate next, ILogger<StopWithoutAudit> logger)
{
    private const string RetryAfter = "60";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (AuditException stopped) when (!context.Response.HasStarted)
        {
            Stopped(stopped);
            context.Response.Clear();
            context.Response.Headers.RetryAfter = RetryAfter;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;

            // Pages get their own words from the page of this status; everything that is read by programs gets JSON.
            if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
                || context.Request.Path.StartsWithSegments("/api"))
            {
                await Results.Problem(
                    title: "The audit chain cannot be written, so nothing was done.",
                    statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "Stopped: the audit chain cannot be written")]
    private partial void Stopped(Exception error);
}
