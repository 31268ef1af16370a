using SmeKpi.Core.Digest;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Readers;

/// <summary>The corporate rate of an area for the year to date, and the one-year prime rate of the month.</summary>
/// <remarks>It adds up every bank: only totals of areas that the viewer may see are asked for.</remarks>
internal sealed class RateReader(FigureShelf shelf, Law law)
{
    /// <returns>Null when a month of the year or the prime rate is missing, or a bank is.</returns>
    public Task<RateBeside?> ReadAsync(
        Subject area, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        shelf.ReadAsync(asOf, figures => Read(figures, area, month), cancellationToken);

    private RateBeside? Read(FigureBook figures, Subject area, YearMonth month)
    {
        IReadOnlyList<ResolvedFigure> pairs =
            figures.Resolve(area, [.. new RateWindow(month.StartOfYear, month).Requests]);
        return new BesideBook(figures.Statistics, law.Comparisons).Lpr(month) is { } prime
            && pairs.All(figure => figure.IsComplete) && CorporateRateDrop.WeightedRate(pairs) is { } rate
                ? new RateBeside(rate.ToQuantity(), prime.ToQuantity())
                : null;
    }
}
