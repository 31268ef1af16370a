namespace SmeKpi.Core.Access;

/// <summary>
/// The rights that a personal access token (访问令牌) may carry: reading through the API and bringing filings, never administration, signatures or publication.
/// </summary>
/// <remarks>A right that is new stays out until it is written down here.</remarks>
public static class TokenScopes
{
    public static IReadOnlyList<string> All { get; } =
    [
        Right.PolicyRead, Right.CityRead, Right.BanksRead, Right.CellsRead, Right.ImportsRead, Right.FilingsRead,
        Right.FilingsMake, Right.PromisesRead, Right.CasesRead, Right.RightsRead, Right.MetricsRead, Right.AuditRead, Right.AuditExport,
    ];

    /// <summary>What of these rights is the viewer's own, so that a token opens no more than its maker has.</summary>
    public static IReadOnlyList<string> OpenTo(Viewer viewer, RightsTable rights) =>
        [.. All.Where(right => rights.Allows(viewer, right))];
}
