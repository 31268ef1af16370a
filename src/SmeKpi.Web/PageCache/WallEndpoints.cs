using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.PageCache;

/// <summary>Tells a screen on the wall whether what it shows has changed, at the cost of one short answer.</summary>
internal static class WallEndpoints
{
    /// <summary>Page and version: a screen asks for both by itself, so that neither counts as somebody's activity.</summary>
    public const string Wall = "/wall";

    public const string Version = "/wall/version";

    public static void MapWall(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Version, AnswerAsync).Needs(Right.CityRead).ExcludeFromDescription();

    /// <summary>Nothing of the figures: an ETag that changes with them, and with the day.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, StampWatch watch, TimeProvider clock)
    {
        string day = clock.GetUtcNow().ToOffset(Moments.ChinaOffset).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        string tag = $"\"{await watch.ReadAsync()}-{day}\"";
        context.Response.Headers.ETag = tag;
        return context.Request.Headers.IfNoneMatch == tag
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.NoContent();
    }
}
