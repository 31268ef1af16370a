using SmeKpi.Core.Access;
using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Web.Access;
using SmeKpi.Web.Cases;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Supervision;

/// <summary>One bank: its tests, its part in the targets, its filings.</summary>
internal sealed class BankReader(
    ViewSource source, VisibleSupervision supervision, VisibleCity city, VisibleCauses causes, CaseHall cases, CurrentViewer current)
{
    /// <returns>Null when there is no such bank for whoever asks, or none in the area.</returns>
    public async Task<BankPageView?> ReadAsync(string code, ViewQuery query, CancellationToken cancellationToken)
    {
        ViewData data = await source.ReadAsync(query, false, cancellationToken);
        Subject subject = new(data.Region, code);
        if (!await city.SeesAsync(subject, query.AsOf, cancellationToken) || data.Master.FindBank(code) is not { } bank)
        {
            return null;
        }

        SupervisionData found = await supervision.ReadAsync(data.Month, data.Region, query.AsOf, code, cancellationToken);
        return new BankPageView(
            PeriodMapping.Period(data, query),
            data.Dashboards.First(dashboard => dashboard.Page == PageKind.Bank),
            found,
            bank,
            found.Sheets is [var sheet, ..] ? sheet : null,
            found.Sheets.Count == 0 ? [] : await TargetsAsync(data, bank, subject, query.AsOf, cancellationToken),
            Predecessors(data.Master, code))
        {
            Cases = query.AsOf is null && await current.AllowsAsync(Right.CasesRead)
                ? (await cases.ReadAsync(code, cancellationToken)).OpenOf(code)
                : null,
        };
    }

    private async Task<IReadOnlyList<BankTarget>> TargetsAsync(
        ViewData data, Bank bank, Subject subject, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        ReadingQuery asked = new(
            Subjects.City(data.Master).Code, data.Month.AddMonths(-1), data.Month, Subjects: [subject], AsOf: asOf);
        ViewData own = data with { Readings = new ReadingIndex(await city.ReadingsAsync(asked, cancellationToken)) };
        List<BankTarget> targets = [];
        foreach (Provision provision in data.Policy.Judged())
        {
            string ruling = provision.Readings.First(reading => reading.IsRuling).Name;
            KpiReading? whole = data.Readings.Find(provision.Id, ruling, data.Month, new Subject(data.Region));
            CausesView? cause = !VisibleCauses.Ids.Contains(provision.Id) ? null : await causes.ReadAsync(
                provision.Id, ruling, data.Month, data.Region, AttributedBy.Bank, asOf, cancellationToken);
            targets.Add(new BankTarget(
                provision,
                SubjectMapping.Row(own, provision, ruling, bank.Code, bank.Name, subject, whole?.Actual),
                cause?.Rows.FirstOrDefault(row => row.Code == bank.Code)?.Effect));
        }

        return targets;
    }

    private static IReadOnlyList<string> Predecessors(MasterData master, string bank) =>
    [
        .. master.PredecessorsOf(bank).SelectMany(each => Predecessors(master, each.Code).Append(each.Code))
            .Order(StringComparer.Ordinal),
    ];
}
