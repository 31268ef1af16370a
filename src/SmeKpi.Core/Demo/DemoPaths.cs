using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>The course of the whole fictional city: loans, season, rate of new corporate loans.</summary>
/// <remarks>Amounts count hundredths of 万元, the last digit of a return.</remarks>
internal sealed class DemoPaths(DemoRandom random)
{
    /// <summary>One 亿元.</summary>
    public const decimal Yi = 1_000_000m;

    private const decimal LoansAtStart = 9_086m * Yi;

    // Share of the year's increment reached by month end; national means and, later, the recent front-loading.
    private static readonly decimal[] s_profileTo2023 = [20, 26, 40, 46, 53, 64, 68, 75, 84, 88, 94, 100];
    private static readonly decimal[] s_profileSince2024 = [25, 31, 47, 52, 58, 69, 72, 78, 87, 90, 94, 100];

    // How the loans granted in a month differ from the month's average.
    private static readonly decimal[] s_granting =
        [1.50m, 0.80m, 1.35m, 0.85m, 0.85m, 1.30m, 0.80m, 0.85m, 1.15m, 0.80m, 0.85m, 0.90m];

    private static readonly (YearMonth From, decimal Cut)[] s_lprCuts =
        [(new(2023, 6), 10m), (new(2023, 8), 10m), (new(2024, 7), 10m), (new(2024, 10), 25m), (new(2025, 5), 10m)];

    /// <summary>All loans of all banks at month end without coverage adjustments.</summary>
    public decimal Loans(YearMonth month)
    {
        decimal opening = LoansAtStart;
        for (int year = DemoOptions.FirstMonth.Year + 1; year < month.Year; year++)
        {
            opening *= 1m + (Growth(year) / 100m);
        }

        if (month.Year == DemoOptions.FirstMonth.Year)
        {
            return opening;
        }

        decimal reached = (month.Year < 2024 ? s_profileTo2023 : s_profileSince2024)[month.Month - 1];
        decimal jitter = month.IsDecember ? 0m : random.Spread(0.8m, "profile", "", month.Number);
        return opening * (1m + (Growth(month.Year) / 100m * (reached + jitter) / 100m));
    }

    public static decimal Granting(YearMonth month) => s_granting[month.Month - 1];

    /// <summary>Rate of new corporate loans in basis points: a slow fall and the part of LPR cuts passed on.</summary>
    public decimal CorporateRate(YearMonth month)
    {
        int elapsed = MonthsBetween(DemoOptions.FirstMonth, month);
        decimal passedOn = 0.7m * s_lprCuts.Sum(
            cut => cut.Cut * Math.Clamp(MonthsBetween(cut.From, month) + 1, 0, 3) / 3m);
        decimal slow = (1.5m * Math.Min(elapsed, 18)) + (0.45m * Math.Max(elapsed - 18, 0));
        decimal rate = 404m - slow - passedOn + random.Spread(1.5m, "rate", "", month.Number);
        return Math.Max(rate, 240m);
    }

    public static int MonthsBetween(YearMonth from, YearMonth to) =>
        ((to.Year - from.Year) * 12) + to.Month - from.Month;

    private static decimal Growth(int year) => year switch
    {
        2023 => 14.6m,
        2024 => 14.9m,
        2025 => 16.4m,
        2026 => 13.6m,
        _ => 12.0m,
    };
}
