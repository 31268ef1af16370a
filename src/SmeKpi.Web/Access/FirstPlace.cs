using SmeKpi.Core.Access;

namespace SmeKpi.Web.Access;

/// <summary>Where somebody is led who opens the front door without a right to the city's figures: the administrators.</summary>
internal sealed class FirstPlace(RightsTable rights, EndpointDataSource source)
{
    private static readonly (string Path, string Right)[] s_places =
    [
        ("/hangfire", Right.JobsRead),
        ("/admin/accounts", Right.AccountsManage),
        ("/audit", Right.AuditRead),
        ("/rights", Right.RightsRead),
    ];

    /// <returns>Null when the program has no place for the viewer.</returns>
    public string? Of(Viewer viewer)
    {
        HashSet<string> answered =
        [
            .. source.Endpoints.OfType<RouteEndpoint>()
                .Select(endpoint => $"/{endpoint.RoutePattern.RawText?.Trim('/').Replace("/{**path}", "", StringComparison.Ordinal)}"),
        ];
        return s_places.FirstOrDefault(place => answered.Contains(place.Path)
            && (rights.Allows(viewer, place.Right) || rights.WaitsForSecondFactor(viewer, place.Right))).Path;
    }
}
