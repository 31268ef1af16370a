using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Attribution;

/// <summary>Who makes up an area over a comparison, and what each of them reports.</summary>
internal static class AttributionParts
{
    /// <returns>
    /// Counties and zones of the city (none for any other area), or the banks open in one of the months, each under the
    /// name of the bank that continues it in the last of them; by code.
    /// </returns>
    public static IReadOnlyList<Subject> Of(
        MasterData master, string region, AttributedBy by, IReadOnlyList<YearMonth> months) => by == AttributedBy.County
            ? [.. CountiesOf(master, region).Select(code => new Subject(code))]
            : [.. months.SelectMany(master.OpenIn)
                .Select(bank => Heir(master, bank, months[^1]).Code)
                .Distinct()
                .Order(StringComparer.Ordinal)
                .Select(code => new Subject(region, code))];

    /// <summary>What a part reports; zero for months in which the bank and its predecessors did not exist.</summary>
    /// <returns>One number for each request; null where a figure is missing.</returns>
    public static IReadOnlyList<decimal?> Numbers(
        FigureBook figures, Subject part, IReadOnlyList<FigureRequest> requests) =>
    [
        .. figures.Resolve(part, requests).Select(figure =>
            figure.Number ?? (Exists(figures.Master, part, figure.Request.Month) ? null : 0m)),
    ];

    public static bool Exists(MasterData master, Subject part, YearMonth month) =>
        part.Bank is not { } bank || IsOpen(master, bank, month);

    private static IEnumerable<string> CountiesOf(MasterData master, string region) =>
        master.FindRegion(region)?.Kind == RegionKind.City
            ? master.CountiesOf(region).Select(county => county.Code)
            : [];

    private static bool IsOpen(MasterData master, string code, YearMonth month) =>
        master.FindBank(code)?.IsOpenIn(month) == true
        || master.PredecessorsOf(code).Any(each => IsOpen(master, each.Code, month));

    private static Bank Heir(MasterData master, Bank bank, YearMonth last)
    {
        Bank at = bank;
        while (!at.IsOpenIn(last) && at.Successor is { } next && master.FindBank(next) is { } heir)
        {
            at = heir;
        }

        return at;
    }
}
