using Hangfire;
using Hangfire.Dashboard;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Composition;

/// <summary>The console of the background jobs: for the system administrator, read-only unless the settings say else.</summary>
internal static class JobsDashboard
{
    private const string Dashboard = "/hangfire";

    public static void MapSmeKpiJobsDashboard(this WebApplication app)
    {
        Settings settings = app.Services.GetRequiredService<Settings>();
        app.MapHangfireDashboard(Dashboard, new DashboardOptions
        {
            // The endpoint's right decides; Hangfire's own default lets in every local request.
            Authorization = [],
            AsyncAuthorization = [new RecordedActs()],
            IsReadOnlyFunc = _ => !settings.JobsWritable,
            DashboardTitle = "SmeKpi",
            DisplayStorageConnectionString = false,
        }).Needs(Right.JobsRead);
    }

    /// <summary>Everything that is sent to the console leaves a trace before it happens, refused or not.</summary>
    private sealed class RecordedActs : IDashboardAsyncAuthorizationFilter
    {
        public async Task<bool> AuthorizeAsync(DashboardContext context)
        {
            HttpContext http = context.GetHttpContext();
            if (!HttpMethods.IsPost(http.Request.Method) || IsOnlyLooking(http.Request.Path))
            {
                return true;
            }

            bool allowed = !context.IsReadOnly
                && await http.RequestServices.GetRequiredService<CurrentViewer>().AllowsAsync(Right.JobsAct);
            await http.RequestServices.GetRequiredService<AuditTrail>().RecordAsync(
                AuditAction.Job, $"{http.Request.Path}", allowed ? AuditResult.Success : AuditResult.Denied);
            return allowed;
        }

        // The console asks for its counters this way, every two seconds.
        private static bool IsOnlyLooking(PathString path) => path == Dashboard + "/stats";
    }
}
