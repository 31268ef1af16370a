using System.Security.Cryptography;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage;
using SmeKpi.Storage.Auditing;

namespace SmeKpi.Web.Composition;

/// <summary>Every start of a server leaves a trace that names the settings which differ from the start before.</summary>
internal static class RecordedStart
{
    /// <exception cref="AuditException">There is no trace, so the program must not start.</exception>
    public static async Task RecordAsync(IServiceProvider services, string command, CancellationToken cancellationToken)
    {
        Settings settings = services.GetRequiredService<Settings>();
        string access = Path.Combine(Law.SeedData, "access");
        Dictionary<string, string> now = new()
        {
            ["mode"] = await services.GetRequiredService<MetaStore>().FindAsync(MetaStore.Mode, cancellationToken) ?? "-",
            ["database"] = settings.Database.ToString(),
            ["data"] = settings.DataDirectory,
            ["anchors"] = settings.AnchorsDirectory,
            ["urls"] = string.Join(' ', settings.Urls),
            ["proxies"] = string.Join(' ', settings.Proxies),
            ["oidc"] = settings.Oidc?.ToString() ?? "-",
            ["jobs-writable"] = settings.JobsWritable ? "true" : "false",
            ["rights.csv"] = await HashAsync(Path.Combine(access, "rights.csv"), cancellationToken),
            ["roles.csv"] = await HashAsync(Path.Combine(access, "roles.csv"), cancellationToken),
        };
        await services.GetRequiredService<SettingsTrail>().RecordStartAsync(
            AuditActor.Console(Environment.UserName), command, now, cancellationToken);
    }

    private static async Task<string> HashAsync(string file, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, cancellationToken)))[..16];
}
