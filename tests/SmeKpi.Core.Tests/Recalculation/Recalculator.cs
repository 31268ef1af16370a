using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Recalculation;

/// <summary>A second calculation of the five targets, written from the design's definitions alone.</summary>
/// <remarks>Where the definitions leave room: a value is given although its total is incomplete; the required run-rate
/// is given whenever opening and increment are known; a reading is published only when all its groups of figures are;
/// a month before a bank or any predecessor of it opened is missing, not zero.</remarks>
public sealed class Recalculator(TidyFigures figures)
{
    private const string All = "loans.all";
    private const string Inclusive = "loans.inclusive_mse";

    private static readonly string[] s_flows =
        ["loans.all.written_off", "loans.all.transferred", "loans.all.debt_swap_repaid"];

    /// <summary>City, counties and zones, and every open bank, in every month that has figures.</summary>
    public IEnumerable<RecalculatedReading> Everything() => figures.Months.SelectMany(Everything);

    public IEnumerable<RecalculatedReading> Everything(YearMonth month) => figures.Areas.Prepend(TidyFigures.City)
        .Select(area => (Area: area, Bank: (string?)null))
        .Concat(figures.OpenBanks(month).Select(bank => (Area: TidyFigures.City, Bank: (string?)bank)))
        .SelectMany(subject => Readings(subject.Area, subject.Bank, month));

    private IEnumerable<RecalculatedReading> Readings(string area, string? bank, YearMonth m)
    {
        var sheet = new Sheet(figures, area, bank);
        YearMonth dec = m.EndOfLastYear;
        YearMonth ago = m.AddMonths(-12);
        yield return Judged.Row("M01.1", "ruling", m, sheet, Increment(sheet, "rmb_fx", m), Has(All, "rmb_fx"));
        yield return Judged.Row("M01.1", "rmb", m, sheet, Increment(sheet, "rmb", m), Has(All, "rmb"));
        yield return Judged.Row("M01.1", "adjusted", m, sheet, Adjusted(sheet, m), Has(All, "rmb_fx"));
        Outcome ruling = Percent(Growth(sheet, All, "rmb_fx", ago, m));
        yield return Judged.Row("M01.2", "ruling", m, sheet, ruling, Has(All, "rmb_fx"));
        yield return Judged.Row(
            "M01.2", "since-year-start", m, sheet, Percent(Growth(sheet, All, "rmb_fx", dec, m)), Has(All, "rmb_fx"));
        yield return Judged.Row("M01.2", "rmb", m, sheet, Percent(Growth(sheet, All, "rmb", ago, m)), Has(All, "rmb"));
        yield return Judged.Row(
            "M01.2", "plain", m, sheet, Percent(Growth(sheet, All, "rmb_fx", ago, m, plain: true)), Has(All, "rmb_fx"));
        string[] both = [.. Has(Inclusive, "nfra"), .. Has(All, "rmb_fx")];
        yield return Judged.Row("M01.3", "ruling", m, sheet, Gap(sheet, "nfra", ago, m), both);
        yield return Judged.Row("M01.3", "since-year-start", m, sheet, Gap(sheet, "nfra", dec, m), both);
        yield return Judged.Row(
            "M01.3", "pboc", m, sheet, Gap(sheet, "pboc", ago, m), [.. Has(Inclusive, "pboc"), .. Has(All, "rmb_fx")]);
        foreach (RecalculatedReading reading in RateReadings(sheet, m))
        {
            yield return reading;
        }

        string[] four =
        [
            "loans.inclusive_mse.npl|nfra", "loans.inclusive_mse.balance|nfra",
            "loans.all.npl|rmb_fx", "loans.all.balance|rmb_fx",
        ];
        yield return Judged.Row("M10.1", "ruling", m, sheet, NplGap(sheet, four, m), four);
    }

    private static IEnumerable<RecalculatedReading> RateReadings(Sheet sheet, YearMonth m)
    {
        YearMonth[] year = [.. m.StartOfYear.Through(m)];
        YearMonth[] before = [.. year.Select(month => month.AddMonths(-12))];
        YearMonth[] wholeBefore = [.. m.EndOfLastYear.StartOfYear.Through(m.EndOfLastYear)];
        string[] pair = ["loans.corporate.granted|-", "loans.corporate.interest|-"];
        yield return Judged.Row("M08.1", "ruling", m, sheet, RateDrop(sheet, wholeBefore, year), pair);
        yield return Judged.Row("M08.1", "same-months", m, sheet, RateDrop(sheet, before, year), pair);
        yield return Judged.Row("M08.1", "month", m, sheet, RateDrop(sheet, [m.AddMonths(-12)], [m]), pair);
        if (m.Month == 12)
        {
            yield return Judged.Row("M08.1", "december", m, sheet, RateDrop(sheet, [m.AddMonths(-12)], [m]), pair);
        }
    }

    private static string[] Has(string loans, string scope) => [$"{loans}.balance|{scope}"];

    private static Outcome Increment(Sheet sheet, string scope, YearMonth m)
    {
        string balance = $"{All}.balance|{scope}";
        Drawn drawn = sheet.Draw((balance, m), (balance, m.EndOfLastYear));
        decimal adjustments = sheet.Adjustments(
            $"{All}.coverage_adjustment|{scope}", m.EndOfLastYear, m, drawn.Published);
        return new Outcome(
            drawn.Value(0) - drawn.Value(1) - adjustments, drawn.IsComplete, true, drawn.Published, drawn.Value(1));
    }

    private static Outcome Adjusted(Sheet sheet, YearMonth m)
    {
        Outcome ruling = Increment(sheet, "rmb_fx", m);
        Drawn flows = sheet.Draw([.. from flow in s_flows
                                     from month in m.StartOfYear.Through(m)
                                     select ($"{flow}|rmb_fx", month)]);
        return ruling with
        {
            Actual = ruling.Actual + flows.Sum(0, flows.Count),
            IsComplete = ruling.IsComplete && flows.IsComplete,
            Published = ruling.Published && flows.Published,
        };
    }

    /// <summary>As a fraction: 0.15 is fifteen percent.</summary>
    private static Outcome Growth(
        Sheet sheet, string loans, string scope, YearMonth from, YearMonth m, bool plain = false)
    {
        string balance = $"{loans}.balance|{scope}";
        Drawn drawn = sheet.Draw((balance, m), (balance, from));
        decimal entered = plain
            ? 0m
            : sheet.Adjustments($"{loans}.coverage_adjustment|{scope}", from, m, drawn.Published);
        decimal? under = drawn.Value(1) + entered;
        bool assessable = under is null or > 0m;
        return new Outcome(
            assessable ? (drawn.Value(0) / under) - 1m : null, drawn.IsComplete, assessable, drawn.Published);
    }

    private static Outcome Gap(Sheet sheet, string scope, YearMonth from, YearMonth m)
    {
        Outcome part = Growth(sheet, Inclusive, scope, from, m);
        Outcome whole = Growth(sheet, All, "rmb_fx", from, m);
        return new Outcome(
            (part.Actual - whole.Actual) * 100m,
            part.IsComplete && whole.IsComplete,
            part.IsAssessable && whole.IsAssessable,
            part.Published && whole.Published);
    }

    private static Outcome RateDrop(Sheet sheet, YearMonth[] before, YearMonth[] now)
    {
        Drawn drawn = sheet.Draw([.. from indicator in (string[])["granted", "interest"]
                                     from month in before.Concat(now)
                                     select ($"loans.corporate.{indicator}|-", month)]);
        int all = before.Length + now.Length;
        decimal? grantedBefore = drawn.Sum(0, before.Length);
        decimal? grantedNow = drawn.Sum(before.Length, now.Length);
        decimal? interestBefore = drawn.Sum(all, before.Length);
        decimal? interestNow = drawn.Sum(all + before.Length, now.Length);
        bool assessable = grantedBefore is null or > 0m && grantedNow is null or > 0m;
        decimal? drop = assessable ? (interestBefore / grantedBefore) - (interestNow / grantedNow) : null;
        return new Outcome(drop * 10_000m, drawn.IsComplete, assessable, drawn.Published);
    }

    private static Outcome NplGap(Sheet sheet, string[] four, YearMonth m)
    {
        Drawn drawn = sheet.Draw([.. four.Select(figure => (figure, m))]);
        bool assessable = drawn.Value(1) is null or > 0m && drawn.Value(3) is null or > 0m;
        decimal? gap = assessable
            ? (drawn.Value(0) / drawn.Value(1)) - (drawn.Value(2) / drawn.Value(3))
            : null;
        return new Outcome(gap * 100m, drawn.IsComplete, assessable, drawn.Published);
    }

    private static Outcome Percent(Outcome fraction) => fraction with { Actual = fraction.Actual * 100m };
}
