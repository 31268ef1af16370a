using System.Security.Cryptography;
using System.Text;
using Hangfire;
using Hangfire.Dashboard;

namespace SmeKpi.Web.Composition;

/// <summary>The job dashboard: read-only, and only for whoever holds the token that the start of the program prints.</summary>
internal static partial class JobsDashboard
{
    private const string Dashboard = "/hangfire";
    private const string Cookie = "smekpi-jobs";

    public static void UseSmeKpiJobsDashboard(this WebApplication app)
    {
        Settings settings = app.Services.GetRequiredService<Settings>();
        string expected = settings.JobsToken is { Length: > 0 } given
            ? given
            : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        app.MapGet("/jobs", (HttpContext context, string? token) => Enter(context, token, expected))
            .ExcludeFromDescription();
        app.UseHangfireDashboard(Dashboard, new DashboardOptions
        {
            Authorization = [new HolderOfToken(expected)],
            IsReadOnlyFunc = _ => true,
            DashboardTitle = "SmeKpi",
            DisplayStorageConnectionString = false,
        });
        if (settings.JobsToken is null)
        {
            string address = settings.Urls[0].TrimEnd('/');
            app.Lifetime.ApplicationStarted.Register(() => WhereToEnter(app.Logger, address, expected));
        }
    }

    private static IResult Enter(HttpContext context, string? token, string expected)
    {
        if (!IsSame(token, expected))
        {
            return Results.Problem(title: "The token is wrong.", statusCode: StatusCodes.Status403Forbidden);
        }

        context.Response.Cookies.Append(Cookie, expected, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = Dashboard,
        });
        return Results.LocalRedirect(Dashboard);
    }

    private static bool IsSame(string? token, string expected) => token is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(expected));

    [LoggerMessage(Level = LogLevel.Information, Message = "Job dashboard, for this start only: {Address}/jobs?token={Token}")]
    private static partial void WhereToEnter(ILogger logger, string address, string token);

    /// <summary>Hangfire's own default lets in every local request, and behind a proxy every request is local.</summary>
    private sealed class HolderOfToken(string expected) : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) =>
            IsSame(context.GetHttpContext().Request.Cookies[Cookie], expected);
    }
}
