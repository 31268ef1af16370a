using SmeKpi.Storage;

namespace SmeKpi.Web.PageCache;

/// <summary>Pages that only show are drawn once for everybody of equal rights; see docs/adr/0019.</summary>
internal static class PageCacheServices
{
    public static void AddPageCache(this IServiceCollection services)
    {
        services.AddSingleton<ContentStamps>();
        services.AddSingleton<StampWatch>();
        services.AddSingleton<PageStore>();
    }

    /// <summary>Comes last before the pages: behind everything that may refuse a request.</summary>
    public static void UsePageCache(this IApplicationBuilder app) => app.UseMiddleware<PageCacheMiddleware>();
}
