using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>历史季节进度: the share of a year's increment that is reached by the end of each month.</summary>
/// <remarks>The subject's own last five full years once there are two of them (24 months), the policy's profile before.</remarks>
internal static class SeasonalShares
{
    private const int FewestYears = 2;
    private const int MostYears = 5;

    /// <returns>Twelve cumulative shares, the last one 1; null when the policy ships no profile and history is short.</returns>
    public static IReadOnlyList<decimal>? Of(KpiInput input)
    {
        List<decimal[]> years =
        [
            .. Enumerable.Range(input.Month.Year - MostYears, MostYears)
                .Select(year => OfYear(input, year)).OfType<decimal[]>(),
        ];
        return years.Count < FewestYears
            ? input.Policy.SeasonalProfile?.Shares
            : [.. Enumerable.Range(0, 12).Select(month => years.Sum(year => year[month]) / years.Count)];
    }

    /// <returns>Null unless every month is complete and the year's increment is above zero.</returns>
    private static decimal[]? OfYear(KpiInput input, int year)
    {
        List<KpiValue> months =
        [
            .. Enumerable.Range(1, 12).Select(month => NetNewLoans.Increase(
                input with { Month = new YearMonth(year, month) }, NetNewLoans.RulingScope(input))),
        ];
        return months.TrueForAll(month => month is { IsComplete: true, Actual: not null })
            && months[^1].Actual!.Value.Number is var total and > 0m
            ? [.. months.Select(month => month.Actual!.Value.Number / total)]
            : null;
    }
}
