using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>The two spans of months whose corporate rates a reading of M08.1 compares.</summary>
public sealed record RateWindows(RateWindow Before, RateWindow Now)
{
    /// <exception cref="ArgumentOutOfRangeException">M08.1 has no reading of that name.</exception>
    public static RateWindows Of(YearMonth month, string reading)
    {
        YearMonth lastYear = month.AddMonths(-12);
        return reading switch
        {
            ReadingNames.Ruling => new(new(lastYear.StartOfYear, month.EndOfLastYear), new(month.StartOfYear, month)),
            ReadingNames.SameMonths => new(new(lastYear.StartOfYear, lastYear), new(month.StartOfYear, month)),
            ReadingNames.Month or ReadingNames.December => new(new(lastYear, lastYear), new(month, month)),
            _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "not a reading of M08.1"),
        };
    }
}

/// <summary>Months from the first to the last.</summary>
public sealed record RateWindow(YearMonth First, YearMonth Last)
{
    public IEnumerable<YearMonth> Months => First.Through(Last);

    /// <summary>Interest and amount granted of each month, in turns.</summary>
    public IReadOnlyList<FigureRequest> Requests { get; } =
    [
        .. First.Through(Last).SelectMany<YearMonth, FigureRequest>(month =>
        [
            new(IndicatorCodes.LoansCorporateInterest, ScopeCodes.None, month),
            new(IndicatorCodes.LoansCorporateGranted, ScopeCodes.None, month),
        ]),
    ];
}
