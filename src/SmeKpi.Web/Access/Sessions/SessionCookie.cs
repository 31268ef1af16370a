namespace SmeKpi.Web.Access.Sessions;

/// <summary>The cookie that holds the key of a session and nothing else.</summary>
internal static class SessionCookie
{
    private const string Secure = "__Host-smekpi";
    private const string Plain = "smekpi-session";

    public static string? Read(HttpRequest request) => request.Cookies[NameFor(request)];

    /// <summary>A session cookie: it goes with the browser, and the server decides how long the key counts.</summary>
    public static void Set(HttpContext context, string key) =>
        context.Response.Cookies.Append(NameFor(context.Request), key, Options(context));

    public static void Remove(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context.Request), Options(context));

    private static string NameFor(HttpRequest request) => request.IsHttps ? Secure : Plain;

    // Lax: a link in a mail opens the page; what changes something is a POST, and those do not carry it from elsewhere.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true,
    };
}
