using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Readers;

/// <summary>Revisions page: what was known about each month of a series, and when.</summary>
internal sealed class RevisionsReader(VisibleVintages vintages, VisibleCity city, Law law)
{
    private const int Months = 12;
    private const int Columns = 16;

    public async Task<RevisionsView> ReadAsync(RevisionsQuery query, CancellationToken cancellationToken)
    {
        MasterData master = await city.MasterAsync(query.AsOf, cancellationToken);
        Indicator indicator = law.Indicators.Find(query.Indicator ?? "") ?? law.Indicators.Find(IndicatorCodes.LoansAll)!;
        string home = Subjects.City(master).Code;
        SeriesKey series = new(
            indicator.Code,
            query.Scope is { } scope && indicator.Scopes.Contains(scope) ? scope : indicator.DefaultScope,
            query.Bank is { Length: > 0 } bank ? bank : null,
            query.Region is { Length: > 0 } region ? region : home);
        (IReadOnlyList<Vintage> found, bool isSum) = await FindAsync(series, home, query.AsOf, cancellationToken);
        IReadOnlyList<YearMonth> all = [.. found.Select(vintage => vintage.Month).Distinct().OrderDescending()];
        YearMonth? last = all.Where(month => query.To is not { } to || month <= to).Select(month => (YearMonth?)month).FirstOrDefault();
        List<Vintage> shown =
            [.. found.Where(vintage => last is { } to && vintage.Month <= to && to.AddMonths(-Months) < vintage.Month)];
        RevisionTriangle triangle = new([.. shown.Select(vintage =>
            new RevisionPoint(vintage.Series.Region, vintage.Month, vintage.KnownSince, vintage.Value))]);
        return new RevisionsView(
            series,
            indicator,
            law.Indicators.FindScope(series.Scope),
            isSum,
            triangle,
            await ColumnsAsync(shown, triangle, cancellationToken),
            triangle.Months,
            all,
            new RevisionChoices(
                law.Indicators.All,
                [.. indicator.Scopes.Select(code => law.Indicators.FindScope(code)).OfType<StatisticalScope>()],
                [.. master.Banks.OrderBy(each => each.Code, StringComparer.Ordinal)],
                [.. master.Regions.OrderBy(each => each.Kind).ThenBy(each => each.Code, StringComparer.Ordinal)]));
    }

    /// <summary>A bank's figure for the city is its own row, else the sum of its counties.</summary>
    private async Task<(IReadOnlyList<Vintage> Found, bool IsSum)> FindAsync(
        SeriesKey series, string home, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        ObservationQuery query = new(series.Indicator, series.Scope, series.Bank ?? string.Empty, series.Region, AsOf: asOf);
        IReadOnlyList<Vintage> own = await vintages.HistoryAsync(query, cancellationToken);
        bool mayBeSum = own.Count == 0 && series.Bank is not null && series.Region == home
            && law.Indicators.Find(series.Indicator) is { ValueType: not Core.Statistics.ValueType.Rate };
        return mayBeSum ? (await vintages.HistoryAsync(query with { Region = null }, cancellationToken), true) : (own, false);
    }

    private async Task<IReadOnlyList<RevisionColumn>> ColumnsAsync(
        List<Vintage> shown, RevisionTriangle triangle, CancellationToken cancellationToken)
    {
        List<RevisionColumn> columns = [];
        foreach (DateTimeOffset moment in triangle.Moments.TakeLast(Columns))
        {
            Vintage first = shown.First(vintage => vintage.KnownSince == moment);
            ImportAddress? import = await vintages.FileOfAsync(first.ImportId, cancellationToken);
            columns.Add(new RevisionColumn(moment, import is null ? string.Empty : first.FileName, import));
        }

        return columns;
    }
}
