using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Access;

/// <summary>What was not recorded is not done: without a trace the answer is "not now", and nothing of what was asked for.</summary>
internal sealed class AuditFailure(RequestDelegate next, ILogger<AuditFailure> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (AuditException error) when (!context.Response.HasStarted)
        {
            Unrecorded(log, context.Request.Path, error);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            if (DenialAnswers.IsForPrograms(context.Request))
            {
                await Results.Problem(
                    title: "This cannot be recorded at the moment, so it is not answered.",
                    statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
            }
        }
    }

    private static readonly Action<ILogger, string?, Exception?> s_unrecorded = LoggerMessage.Define<string?>(
        LogLevel.Critical, new EventId(1, nameof(AuditFailure)), "The audit chain could not be written: {Path} was refused");

    private static void Unrecorded(ILogger log, PathString path, Exception error) => s_unrecorded(log, path.Value, error);
}
