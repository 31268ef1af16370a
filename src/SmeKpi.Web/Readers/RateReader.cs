using SmeKpi.Core.Digest;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Readers;

/// <summary>The corporate rate of an area for the year to date, and the one-year prime rate of the month.</summary>
/// <remarks>It adds up every bank: only totals of areas that the viewer may see are asked for.</remarks>
internal sealed class RateReader(SnapshotReader snapshots, MasterDataReader masterData)
{
    private const string Prime = "lpr.1y";
    private const string Nation = "100000";

    private static readonly SeriesKey s_prime = new(Prime, ScopeCodes.None, null, Nation);

    /// <returns>Null when a month of the year or the prime rate is missing, or a bank is.</returns>
    public async Task<RateBeside?> ReadAsync(
        Subject area, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        StatisticsSnapshot statistics = await snapshots.ReadAsync(
            asOf,
            new SnapshotFilter
            {
                Indicators = [IndicatorCodes.LoansCorporateGranted, IndicatorCodes.LoansCorporateInterest, Prime],
                Scopes = [ScopeCodes.None],
                From = month.StartOfYear,
                To = month,
            },
            cancellationToken);
        return statistics.Find(s_prime, month)?.Value is { } prime
            && Rate(new FigureBook(statistics, await masterData.ReadAsync(asOf, cancellationToken)), area, month) is { } rate
                ? new RateBeside(rate.ToQuantity(), prime)
                : null;
    }

    private static Percentage? Rate(FigureBook figures, Subject area, YearMonth month)
    {
        List<YearMonth> months = [.. month.StartOfYear.Through(month)];
        IReadOnlyList<ResolvedFigure> found = figures.Resolve(
            area,
            [
                .. months.Select(each => new FigureRequest(IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, each)),
                .. months.Select(each => new FigureRequest(IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, each)),
            ]);
        return found.All(figure => figure is { Number: not null, IsComplete: true })
            ? Money.FromYuan(Sum(found.Take(months.Count))).ShareOf(Money.FromYuan(Sum(found.Skip(months.Count))))
            : null;
    }

    private static decimal Sum(IEnumerable<ResolvedFigure> figures) => figures.Sum(figure => figure.Number!.Value);
}
