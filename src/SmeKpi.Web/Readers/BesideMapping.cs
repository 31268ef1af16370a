using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Readers;

/// <summary>Chooses what stands beside a target: growth beside growth, the LPR beside the corporate rate.</summary>
internal static class BesideMapping
{
    // A figure older than this says nothing about the month any more.
    private const int Oldest = 12;

    /// <param name="asOf">What was published later is left out; null for now.</param>
    public static IReadOnlyList<BesideView> Growths(string target, BesideBook? book, YearMonth month, DateTimeOffset? asOf)
    {
        if (book is null || target != LoanGrowth.Id)
        {
            return [];
        }

        Comparisons comparisons = book.Comparisons;
        Dictionary<YearMonth, PublishedGrowth> province = comparisons.ProvinceGrowth
            .Where(release => asOf is not { } moment
                || release.Published <= DateOnly.FromDateTime(moment.ToOffset(Moments.ChinaOffset).DateTime))
            .ToDictionary(release => release.Month);
        PublishedGrowth? newest = province.Values.Where(release => release.Month <= month).MaxBy(release => release.Month);
        return
        [
            .. new[]
            {
                View(comparisons.Nation, comparisons.NationScope, month, book.NationGrowth, comparisons.Nation.Address),
                View(
                    comparisons.Province,
                    comparisons.ProvinceScope,
                    month,
                    each => province.GetValueOrDefault(each)?.Growth,
                    newest?.Address ?? comparisons.Province.Address),
            }.OfType<BesideView>(),
        ];
    }

    public static LprView? Lpr(string target, BesideBook? book, YearMonth month) =>
        target == CorporateRateDrop.Id && book?.Lpr(month) is { } rate
            ? new LprView(
                month,
                rate.ToQuantity(),
                book.LprChange(month)?.ToBasisPoints(),
                book.Comparisons.Lpr.Publisher,
                book.Comparisons.Lpr.Address)
            : null;

    private static BesideView? View(
        ComparisonSource source, string scope, YearMonth month, Func<YearMonth, Percentage?> growth, Uri address)
    {
        foreach (YearMonth each in month.AddMonths(-Oldest).Through(month).Reverse())
        {
            if (growth(each) is { } known)
            {
                // What came after the month shown would be a look ahead.
                IReadOnlyList<Quantity?> year =
                [
                    .. month.StartOfYear.Through(new YearMonth(month.Year, 12))
                        .Select(at => at <= month ? growth(at)?.ToQuantity() : null),
                ];
                return new BesideView(source.Name, scope, each, known.ToQuantity(), year, source.Publisher, address);
            }
        }

        return null;
    }
}
