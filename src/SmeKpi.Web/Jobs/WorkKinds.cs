using System.Globalization;

namespace SmeKpi.Web.Jobs;

/// <summary>The kinds of work and the keys that make each piece of it happen once.</summary>
internal static class WorkKinds
{
    public const string Import = "import";
    public const string Compute = "compute";

    /// <summary>Reading and judging a filing; the argument is its number.</summary>
    public const string CheckFiling = "check-filing";

    public static string CheckFilingKey(int filing) =>
        string.Create(CultureInfo.InvariantCulture, $"check-filing:{filing}");

    public static string ImportKey(string sha256) => $"import:{sha256}";

    /// <summary>A file that was refused may pass once other data are known.</summary>
    public static string ImportAgainKey(string sha256, DateTimeOffset? dataVersion) =>
        string.Create(CultureInfo.InvariantCulture, $"import:{sha256}:{dataVersion?.UtcTicks ?? 0}");

    public static string ComputeKey(DateTimeOffset dataVersion, string policyVersion) =>
        string.Create(CultureInfo.InvariantCulture, $"compute:{dataVersion.UtcTicks}:{policyVersion}");
}
