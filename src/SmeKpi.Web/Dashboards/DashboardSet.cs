using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Dashboards;

namespace SmeKpi.Web.Dashboards;

/// <summary>The dashboards in use at one moment.</summary>
/// <param name="Version">Grows with each change of the files, a refused one included: pages drawn before are old.</param>
/// <param name="Fault">Why the newest files are not in use; null when they are.</param>
public sealed record DashboardSet(IReadOnlyList<DashboardDefinition> Files, int Version = 0, DashboardFault? Fault = null)
{
    /// <exception cref="InvalidOperationException">Several files make such pages, or none.</exception>
    public DashboardDefinition Of(PageKind page) => Files.Single(file => file.Page == page);
}

/// <summary>What is wrong with edited files, and since when the ones before stay in use for it.</summary>
/// <param name="Message">Names file, line, value found and form expected.</param>
public sealed record DashboardFault(string Message, DateTimeOffset Since)
{
    /// <summary>The same message without the folder, which is nobody's business on a page.</summary>
    public static DashboardFault Of(DataFileException error, DateTimeOffset since) =>
        new(error.Message.Replace(error.File, Path.GetFileName(error.File), StringComparison.Ordinal), since);
}
