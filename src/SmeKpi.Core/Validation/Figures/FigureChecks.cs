using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Figures;

/// <summary>The relations that many rules on figures have in common.</summary>
internal static class FigureChecks
{
    /// <summary>In yuan: what 0.00 万元 may stand for; no loan is as small.</summary>
    private const decimal LargestNothing = 50m;

    /// <summary>A part is no larger than its whole, for the same reporter, area and month; rounding is allowed for.</summary>
    /// <remarks>Where one stands by county and the other for the city, the counties are added up.</remarks>
    public static IEnumerable<Finding> Within(
        string rule, ParsedFile file, CheckContext context, (string Code, string Scope) part, (string Code, string Scope) whole)
    {
        FileTotals totals = new(file, context);
        foreach (Figure figure in Of(file, part))
        {
            if (figure.Shown is { } shown && totals.Of(To(figure.Series, whole), figure.Month) is { } limit
                && !shown.CanBeAtMost(limit))
            {
                yield return new Finding(rule, figure.Cell, $"{figure.Value}", $"≤ {limit}");
            }
        }

        foreach (Figure figure in Of(file, whole))
        {
            SeriesKey series = To(figure.Series, part);
            if (file.BySeries.Find(series, figure.Month) is null && figure.Shown is { } limit
                && totals.OfParts(series, figure.Month) is { } sum && !sum.CanBeAtMost(limit))
            {
                yield return new Finding(rule, figure.Cell, $"Σ {part.Code} = {sum}", $"≤ {limit}");
            }
        }
    }

    /// <summary>An indicator is part of all loans, in RMB as with foreign currency.</summary>
    public static IEnumerable<Finding> WithinAllLoans(string rule, ParsedFile file, CheckContext context, string part) =>
    [
        .. Within(rule, file, context, (part, ScopeCodes.RmbFx), ReportedSeries.AllLoans),
        .. Within(rule, file, context, (part, ScopeCodes.Rmb), ReportedSeries.RmbLoans),
    ];

    /// <summary>Those parts of a total that the file gives are together no larger than it.</summary>
    public static IEnumerable<Finding> PartsWithin(string rule, ParsedFile file, string total, IReadOnlyList<string> parts)
    {
        foreach (Figure figure in file.BySeries.OfIndicator(total))
        {
            Interval sum = Interval.Sum(parts
                .Select(part => file.BySeries.Find(figure.Series with { Indicator = part }, figure.Month)?.Shown)
                .OfType<Interval>());
            if (figure.Shown is { } shown && !sum.CanBeAtMost(shown))
            {
                yield return new Finding(rule, figure.Cell, $"{figure.Value}", $"≥ Σ = {sum}");
            }
        }
    }

    /// <summary>Interest and amount granted are both given, and there is no interest on nothing.</summary>
    public static IEnumerable<Finding> GivenTogether(
        string rule, ParsedFile file, (string Code, string Scope) granted, (string Code, string Scope) interest)
    {
        foreach (Figure figure in Of(file, granted).Concat(Of(file, interest)))
        {
            (string Code, string Scope) missing = figure.Series.Indicator == granted.Code ? interest : granted;
            Figure? beside = file.BySeries.Find(To(figure.Series, missing), figure.Month);
            if (figure.Value is { Number: > 0m } value && beside?.Value is null)
            {
                yield return new Finding(rule, figure.Cell, $"{value}; {missing.Code} = –", $"{missing.Code}");
            }
            else if (missing == granted && figure.Shown is { Low: > 0m } paid && IsZero(beside!.Shown!.Value))
            {
                yield return new Finding(rule, figure.Cell, $"{paid}; {missing.Code} = {beside.Value}", "0");
            }
        }
    }

    /// <summary>Of two figures of the same reporter, area and month both are zero or neither is.</summary>
    public static IEnumerable<Finding> ZeroTogether(
        string rule, ParsedFile file, CheckContext context, (string Code, string Scope) one, (string Code, string Scope) other)
    {
        FileTotals totals = new(file, context);
        foreach (Figure figure in Of(file, one))
        {
            if (figure.Shown is { } shown && totals.Of(To(figure.Series, other), figure.Month) is { } beside
                && ((IsZero(shown) && beside.Low > 0m) || (IsZero(beside) && shown.Low > 0m)))
            {
                yield return new Finding(rule, figure.Cell, $"{figure.Value}; {other.Code} = {beside}", "0 ⇔ 0");
            }
        }
    }

    /// <summary>Interest ÷ amount granted lies within a band; rounding is allowed for.</summary>
    public static IEnumerable<Finding> RateWithin(
        string rule, ParsedFile file, (string Code, string Scope) granted, string interest, decimal lowest, decimal highest)
    {
        foreach (Figure figure in Of(file, granted))
        {
            SeriesKey series = figure.Series with { Indicator = interest };
            if (figure.Shown is { Low: > 0m } amount && file.BySeries.Find(series, figure.Month) is { Shown: { } paid } beside
                && (paid.High < amount.Low * lowest || paid.Low > amount.High * highest))
            {
                yield return new Finding(
                    rule, beside.Cell, $"{Percent(beside.Value!.Value.Number / figure.Value!.Value.Number)}",
                    $"{Percent(lowest)} .. {Percent(highest)}");
            }
        }
    }

    /// <summary>The figures of an indicator in one scope, in the order of the file.</summary>
    public static IEnumerable<Figure> Of(ParsedFile file, (string Code, string Scope) series) =>
        file.BySeries.OfIndicator(series.Code).Where(figure => figure.Series.Scope == series.Scope);

    public static SeriesKey To(SeriesKey series, (string Code, string Scope) other) =>
        series with { Indicator = other.Code, Scope = other.Scope };

    /// <summary>A share as percent with two decimals, for findings.</summary>
    public static string Percent(decimal share) => FormattableString.Invariant($"{share * 100m:0.00} %");

    // What a table in coarse units rounds to zero may be something.
    private static bool IsZero(Interval shown) =>
        shown.Low == shown.High ? shown.High == 0m : shown is { Low: <= 0m, High: <= LargestNothing };
}
