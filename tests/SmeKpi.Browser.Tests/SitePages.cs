namespace SmeKpi.Browser.Tests;

/// <summary>One address of every kind of page.</summary>
internal static class SitePages
{
    public static IReadOnlyList<string> All { get; } =
    [
        "/?month=2025-06",
        "/?month=2026-02",
        "/?month=2025-12&region=320903",
        "/?month=2025-06&asOf=1999-12-31",
        "/?month=June&asOf=yesterday",
        "/targets/M01.1?month=2025-06",
        "/targets/M01.3?month=2025-09",
        "/targets/M08.1?month=2025-09&asOf=2025-10-20",
        "/targets/M10.1?month=2025-06&region=320902",
        "/forecasts/M01.1?month=2025-09",
        "/forecasts/M08.1?month=2025-03",
        "/measures",
        "/measures/1?month=2025-06",
        "/measures/3",
        "/calendar",
        "/calendar?return=inclusive-mse&asOf=2025-12-20",
        "/changes",
        "/changes?since=2025-08-01&asOf=2025-08-10",
        "/revisions?indicator=loans.inclusive_mse.balance&bank=D021&to=2025-09",
        "/revisions",
        "/filings",
        "/filings?state=signed",
        "/rules",
        "/rules/V214",
        "/templates",
        "/scopes",
        "/scopes?indicator=loans.all.balance",
        "/imports",
        "/imports?page=2",
        "/imports/1",
        "/account/tokens",
        "/targets/M99.9",
        "/error",
    ];
}
