using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Api;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Commands;

/// <summary>What the options of `kpi` ask for, as they were typed.</summary>
internal sealed record KpiChoice(
    string? Id, string? Month, string? Bank, string? Region, string? AsOf, string Reading)
{
    /// <returns>The query, or what is wrong; neither when there are no data at all.</returns>
    public async Task<(ReadingQuery? Query, string? Problem)> ToQueryAsync(
        CityData city, PolicyDocument policy, CancellationToken cancellationToken)
    {
        if (NameProblem(policy) is { } wrong)
        {
            return (null, wrong);
        }

        DateTimeOffset? asOf = null;
        if (AsOf is not null)
        {
            if (!Moments.TryParse(AsOf, out DateTimeOffset moment))
            {
                return (null, $"--as-of: '{AsOf}'; expected {KpiParameters.MomentForm}");
            }

            asOf = moment;
        }

        MasterData master = await city.MasterAsync(asOf, cancellationToken);
        if (SubjectProblem(master) is { } problem)
        {
            return (null, problem);
        }

        string? months = Month ?? (await city.LastMonthAsync(asOf, cancellationToken))?.ToString();
        if (months is null)
        {
            return (null, null);
        }

        return KpiParameters.TryRange(months, out YearMonth first, out YearMonth last)
            ? (new ReadingQuery(
                Subjects.City(master).Code,
                first,
                last,
                Id,
                Reading == "all" ? null : Reading,
                KpiEndpoints.Chosen(master, Region, Bank),
                asOf), null)
            : (null, $"--month: '{months}'; expected {KpiParameters.MonthForm} or 2025-01..2025-06");
    }

    private string? NameProblem(PolicyDocument policy)
    {
        if (Id is not null && !KpiParameters.IsKpi(Id))
        {
            return $"id: '{Id}'; expected one of {string.Join(", ", KpiCatalog.All.Select(kpi => kpi.Id))}";
        }

        IReadOnlyList<string> readings = KpiParameters.ReadingNames(policy, Id);
        return Reading == "all" || readings.Contains(Reading)
            ? null
            : $"--reading: '{Reading}'; expected all or one of {string.Join(", ", readings)}";
    }

    private string? SubjectProblem(MasterData master) =>
        Region is not null && master.FindRegion(Region) is null ? $"--region: '{Region}' is not known"
        : Bank is not (null or "all") && master.FindBank(Bank) is null ? $"--bank: '{Bank}' is not known"
        : null;
}
