using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Forecasts;

/// <summary>Makes Januaries and Februaries of different years comparable: New Year falls now in one, now in the other.</summary>
/// <remarks>
/// What a day of the lull takes from its month is the mean flow of a day outside the lull in the two months together.
/// Comparable flows have the whole lull in February; the sum of the two months never changes. The year of a February that
/// is not known yet borrows the daily flow of the year before.
/// </remarks>
internal sealed class NewYearTiming
{
    private readonly double[] _moved;
    private readonly YearMonth _first;
    private readonly NewYearLull _lull;
    private double _daily;

    /// <param name="months">How many months ahead will be asked for.</param>
    public NewYearTiming(FlowSeries series, int known, int months, NewYearLull lull)
    {
        _first = series.First;
        _lull = lull;
        _moved = new double[known + months];
        for (int at = 0; at < _moved.Length; at++)
        {
            Move(series, known, at);
        }
    }

    public double[] Comparable(FlowSeries series, int known) =>
        [.. Enumerable.Range(0, known).Select(at => series.Flows[at] + _moved[at])];

    /// <summary>Turns comparable flows of the months after the known ones into those of their own years.</summary>
    public double[] Own(double[] comparable, int known) =>
        [.. comparable.Select((flow, ahead) => flow - _moved[known + ahead])];

    private void Move(FlowSeries series, int known, int at)
    {
        YearMonth month = _first.AddMonths(at);
        if (month.Month > 2)
        {
            return;
        }

        if (month.Month == 1 && at + 1 < known)
        {
            int open = DaysOpen(month) + DaysOpen(month.AddMonths(1));
            _daily = (series.Flows[at] + series.Flows[at + 1]) / open;
        }

        // A history that begins in February has no January to share with.
        bool hasJanuary = month.Month == 1 || at > 0;
        double lost = hasJanuary ? _daily * _lull.DaysIn(month.Year, 1) : 0;
        _moved[at] = month.Month == 1 ? lost : -lost;
    }

    private int DaysOpen(YearMonth month) =>
        DateTime.DaysInMonth(month.Year, month.Month) - _lull.DaysIn(month.Year, month.Month);
}
