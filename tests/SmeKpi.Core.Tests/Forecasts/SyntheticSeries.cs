using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Forecasts;

/// <summary>Made-up monthly flows: level, growth, seasons, a wandering level, New Year, noise; some months are negative.</summary>
/// <remarks>The seed alone decides, by the program's own random numbers: the same series on every machine.</remarks>
internal sealed class SyntheticSeries
{
    private static readonly double[] s_seasons = [2.4, 0.7, 1.7, 0.6, 0.8, 1.4, 0.5, 0.8, 1.2, 0.4, 0.7, 0.8];

    private readonly ForecastRandom _random;

    private SyntheticSeries(int seed) => _random = new ForecastRandom((ulong)seed * 7919);

    public static FlowSeries Make(int seed, YearMonth first, int months, NewYearLull lull)
    {
        SyntheticSeries maker = new(seed);
        bool wanders = maker.Between(0, 4) < 1;
        double growth = maker.Between(-0.09, 0.21);
        double noise = maker.Between(10, 60);
        double season = maker.Between(-0.3, 1) is > 0 and var some ? some : 0;
        double lostInADay = maker.Between(0, 2) < 1 ? 4 : 0;
        double wandered = 0;
        double[] flows = new double[months];
        for (int at = 0; at < months; at++)
        {
            YearMonth month = first.AddMonths(at);
            wandered = (0.8 * wandered) + (wanders ? 0.4 * noise * maker.Normal() : 0);
            double level = (100 * (1 + (growth * at / 12))) + wandered;
            double lost = month.Month > 2 ? 0 : lostInADay * lull.DaysIn(month.Year, 1) * (month.Month == 1 ? -1 : 1);
            flows[at] = (level * (1 - season + (season * s_seasons[month.Month - 1]))) + lost + (noise * maker.Normal());
        }

        return new FlowSeries(first, flows);
    }

    private double Between(double least, double most) => least + ((most - least) * _random.Below(1_000_000) / 1_000_000);

    private double Normal() => Enumerable.Range(0, 12).Sum(_ => Between(0, 1)) - 6;
}
