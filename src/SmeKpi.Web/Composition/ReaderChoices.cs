using Microsoft.AspNetCore.Localization;
using SmeKpi.Core.Access;
using SmeKpi.Web.Access;
using SmeKpi.Web.Components.Layout;

namespace SmeKpi.Web.Composition;

/// <summary>Language and theme: links that set a cookie and lead back to the page they stood on.</summary>
public static class ReaderChoices
{
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(365);

    public static void MapReaderChoices(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/culture", (HttpContext context, string? to, string? back) => Choose(
            context,
            CookieRequestCultureProvider.DefaultCookieName,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to == "en" ? "en" : "zh-CN")),
            back)).Needs(Right.SessionOpen).ExcludeFromDescription();
        routes.MapGet("/role", ChooseRole).Needs(Right.SessionOpen).ExcludeFromDescription();
        routes.MapGet("/theme", (HttpContext context, string? to, string? back) => Choose(
            context, ThemeChoices.CookieName, ThemeChoices.Parse(to).ToCookie(), back)).Needs(Right.SessionOpen).ExcludeFromDescription();
    }

    /// <summary>Only in a demonstration: elsewhere the role is the account's.</summary>
    private static IResult ChooseRole(HttpContext context, SiteMode mode, string? to, string? back) =>
        mode.IsDemo && RoleNames.Find(to) is { } role
            ? Choose(context, DemoRole.CookieName, RoleNames.Of(role), back)
            : Results.NotFound();

    private static IResult Choose(HttpContext context, string cookie, string value, string? back)
    {
        context.Response.Cookies.Append(cookie, value, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = s_kept,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
        context.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(PageAddress.LocalOrHome(back));
    }
}
