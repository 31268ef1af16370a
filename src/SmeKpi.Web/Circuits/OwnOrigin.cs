namespace SmeKpi.Web.Circuits;

/// <summary>Open pages are talked to by pages of this site only: a browser that comes from another one is refused.</summary>
internal static class OwnOrigin
{
    public static Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (IsOwn(context.Request.Headers.Origin, context.Request.Host))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <remarks>
    /// The scheme is not compared: encryption may end at a proxy before this program. Programs that are no browsers send
    /// no origin; they hold no cookie that somebody else could make them use.
    /// </remarks>
    internal static bool IsOwn(string? origin, HostString host) => string.IsNullOrEmpty(origin)
        || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from)
            && string.Equals(from.Host, host.Host, StringComparison.OrdinalIgnoreCase)
            && (host.Port is { } port ? from.Port == port : from.IsDefaultPort));
}
