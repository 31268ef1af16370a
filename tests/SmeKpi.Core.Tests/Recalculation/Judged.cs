using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>Targets and standings, with the numbers of the law written out once more.</summary>
internal static class Judged
{
    private const decimal TwoThousandYi = 200_000_000_000m;
    private const decimal FifteenPercent = 0.15m;

    public static RecalculatedReading Row(
        string id, string reading, YearMonth month, Sheet sheet, Outcome outcome, string[] needed)
    {
        decimal? target = Target(id, month, sheet);
        (int expected, int received) = sheet.Filed(needed, month);
        return new RecalculatedReading(
            id, reading, month, sheet.Area, sheet.Bank, outcome.Actual, target, Standing(id, month, target, outcome),
            id == "M01.1" ? target * month.Month / 12m : null, RunRate(id, month, target, outcome), expected, received,
            outcome.Published);
    }

    private static decimal? Target(string id, YearMonth month, Sheet sheet) => id switch
    {
        "M01.1" when sheet.IsCity && month.Year == 2025 => TwoThousandYi,
        "M01.2" when sheet.IsCity && month.Year == 2025 => 15m,
        "M01.3" when month.Year == 2025 => 0m,
        "M08.1" when sheet.IsCity && month.Year == 2025 => 30m,
        "M10.1" when month.Number is >= 202502 and <= 202612 => 3m,
        _ => null,
    };

    private static string Standing(string id, YearMonth month, decimal? target, Outcome outcome)
    {
        if (target is not { } wanted)
        {
            return "no-target";
        }

        if (!outcome.IsComplete)
        {
            return "incomplete";
        }

        if (!outcome.IsAssessable)
        {
            return "not-assessable";
        }

        decimal actual = outcome.Actual ?? throw new InvalidOperationException("complete but without a value");
        return id switch
        {
            "M10.1" => actual <= wanted ? "achieved" : "missed",
            _ when month.Month == 12 => actual >= wanted ? "achieved" : "missed",
            "M01.1" => Underway(actual, wanted * month.Month / 12m, wanted / 10m),
            "M08.1" => Underway(actual, wanted, 10m),
            _ => Underway(actual, wanted, 1m),
        };
    }

    private static string Underway(decimal actual, decimal due, decimal tolerated) =>
        actual >= due ? "on-track" : due - actual <= tolerated ? "behind" : "far-behind";

    private static decimal? RunRate(string id, YearMonth month, decimal? target, Outcome outcome) =>
        id == "M01.1" && target is { } wanted && month.Month < 12 && outcome.Opening is { } opening
            ? (Math.Max(wanted, FifteenPercent * opening) - outcome.Actual) / (12 - month.Month)
            : null;
}
