using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using SmeKpi.Storage.Accounts;
using SmeKpi.Web.Access;
using SmeKpi.Web.Components.Layout;
using SmeKpi.Web.Dashboards;

namespace SmeKpi.Web.PageCache;

/// <summary>
/// Answers shared pages from what was drawn before. It stands behind sign-in, session and rights, so that each request
/// passes them as ever; a page with rows of banks leaves its trace before it is sent.
/// </summary>
internal sealed class PageCacheMiddleware(RequestDelegate next, PageStore store, StampWatch watch, DashboardShelf dashboards, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (PageKey.Of(context, clock.GetUtcNow()) is not { } key)
        {
            await next(context);
            return;
        }

        // Read before anything is drawn: a change meanwhile makes the page newer than its stamp, never older.
        string composed = dashboards.Current.Version.ToString(CultureInfo.InvariantCulture);
        string stamp = $"{composed}/{await watch.ReadAsync()}";
        KeptPage? page = store.Find(stamp, key);
        if (page is null)
        {
            page = await DrawAsync(context);
            if (page is null)
            {
                return;
            }

            store.Keep(stamp, key, page);
        }
        else if (page.Banks is { } banks)
        {
            await context.RequestServices.GetRequiredService<BankViews>().RecordAsync(banks, context.RequestAborted);
        }

        await SendAsync(context, page);
    }

    /// <returns>Null when what came was no page to keep; it was sent as it is.</returns>
    private async Task<KeptPage?> DrawAsync(HttpContext context)
    {
        IHttpResponseBodyFeature line = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using MemoryStream drawn = new();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(drawn));
        OwnPart.LeaveOut(context);
        try
        {
            await next(context);
        }
        finally
        {
            context.Features.Set(line);
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK
            && context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            return KeptPage.Of(drawn.ToArray(), BankViews.Recorded(context));
        }

        drawn.Position = 0;
        await drawn.CopyToAsync(line.Stream, context.RequestAborted);
        return null;
    }

    private static async Task SendAsync(HttpContext context, KeptPage page)
    {
        HttpResponse response = context.Response;
        response.ContentType = "text/html; charset=utf-8";
        if (context.Features.Get<StoredSession>() is { } session)
        {
            byte[] own = Encoding.UTF8.GetBytes(await OwnBarAsync(context, session));
            response.ContentLength = page.Before.Length + own.Length + page.After.Length;
            await response.Body.WriteAsync(page.Before, context.RequestAborted);
            await response.Body.WriteAsync(own, context.RequestAborted);
            await response.Body.WriteAsync(page.After, context.RequestAborted);
            return;
        }

        string coding = CodingFor(context.Request);
        if (coding.Length > 0)
        {
            response.Headers.ContentEncoding = coding;
        }

        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        byte[] whole = page.Packed(coding);
        response.ContentLength = whole.Length;
        await response.Body.WriteAsync(whole, context.RequestAborted);
    }

    private static Task<string> OwnBarAsync(HttpContext context, StoredSession session)
    {
        HtmlRenderer renderer = new(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        return renderer.Dispatcher.InvokeAsync(async () =>
        {
            await using (renderer)
            {
                Dictionary<string, object?> parameters = new()
                {
                    [nameof(OwnBar.Session)] = session,
                    [nameof(OwnBar.Request)] = context,
                };
                var bar = await renderer.RenderComponentAsync<OwnBar>(ParameterView.FromDictionary(parameters));
                return bar.ToHtmlString();
            }
        });
    }

    /// <summary>The best packing that the browser takes.</summary>
    private static string CodingFor(HttpRequest request)
    {
        bool brotli = false;
        bool gzip = false;
        foreach (string? part in request.Headers.AcceptEncoding.SelectMany(line => (line ?? "").Split(',')))
        {
            if (StringWithQualityHeaderValue.TryParse(part, out var coding) && coding.Quality is not 0)
            {
                brotli |= coding.Value == "br";
                gzip |= coding.Value == "gzip";
            }
        }

        return brotli ? "br" : gzip ? "gzip" : "";
    }
}
