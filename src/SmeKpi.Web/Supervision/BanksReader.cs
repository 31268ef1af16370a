using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Supervision.Peers;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Supervision;

/// <summary>The list of banks: tested, filtered and sorted as its address says.</summary>
internal sealed class BanksReader(ViewSource source, VisibleSupervision supervision)
{
    public async Task<BanksView> ReadAsync(BanksQuery query, CancellationToken cancellationToken)
    {
        ViewData data = await source.ReadAsync(query.View, false, cancellationToken);
        SupervisionData found = await supervision.ReadAsync(
            data.Month, data.Region, query.View.AsOf, bank: null, cancellationToken);
        return From(data, found, query);
    }

    public static BanksView From(ViewData data, SupervisionData found, BanksQuery query)
    {
        PeerGroup? group = found.Groups.FirstOrDefault(each => each.Id == query.Group);
        BanksQuery asked = query.Group is not null && group is null && found.Groups.Count > 0 ? query.WithoutGroup() : query;
        IEnumerable<BankSheet> rows = found.Sheets.Where(sheet =>
            (group is null || group.Members.Contains(sheet.Bank.Code)) && (!asked.FailedOnly || sheet.HasFailed));
        return new BanksView(
            PeriodMapping.Period(data, query.View),
            asked,
            data.Dashboards.First(dashboard => dashboard.Page == PageKind.Banks),
            found,
            [.. Sorted(rows, asked)]);
    }

    /// <summary>Banks without a value come last, whichever way the others stand.</summary>
    private static IEnumerable<BankSheet> Sorted(IEnumerable<BankSheet> rows, BanksQuery query)
    {
        IEnumerable<BankSheet> byCode = rows.OrderBy(sheet => sheet.Bank.Code, StringComparer.Ordinal);
        if (query.Sort == BanksQuery.ByCode)
        {
            return query.IsDescending ? byCode.Reverse() : byCode;
        }

        decimal sign = query.IsDescending ? -1m : 1m;
        return byCode.OrderBy(sheet => ValueOf(sheet, query.Sort) is null).ThenBy(sheet => sign * ValueOf(sheet, query.Sort));
    }

    private static decimal? ValueOf(BankSheet sheet, string column) => column == BanksQuery.ByFailed
        ? sheet.Tests.Count(result => result.IsFailed)
        : sheet.Test(column).Value.Value?.Number;
}
