using SmeKpi.Core.Units;

namespace SmeKpi.Core.Sources;

/// <summary>Months in files. Years that no statistic can have are refused, so that neighbours of a month always exist.</summary>
internal static class MonthText
{
    private const int FirstYear = 1950;
    private const int LastYear = 2150;

    public static bool IsPlausible(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>Reads yyyy-MM.</summary>
    public static bool TryParse(string text, out YearMonth month) =>
        YearMonth.TryParse(text, out month) && IsPlausible(month.Year);
}
