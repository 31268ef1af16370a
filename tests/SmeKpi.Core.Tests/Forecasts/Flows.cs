using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Tests.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Forecasts;

/// <summary>Series of flows for worked examples, and a calendar without New Year.</summary>
internal static class Flows
{
    public static NewYearLull Lull => Repository.Policy.Forecasts!.NewYear;

    public static NewYearLull NoLull { get; } = new(0, 0, new Dictionary<int, DateOnly>());

    /// <summary>Flows from January 2020 on.</summary>
    /// <param name="flow">By position, the first is 0.</param>
    public static FlowSeries Of(int months, Func<int, double> flow) =>
        new(new YearMonth(2020, 1), [.. Enumerable.Range(0, months).Select(flow)]);

    /// <summary>A number between −1 and 1 that looks random and is the same everywhere.</summary>
    public static double Noise(int at) => (new ForecastRandom((ulong)at * 977).Below(2001) - 1000) / 1000.0;
}
