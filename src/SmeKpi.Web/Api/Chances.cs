using SmeKpi.Core.Forecasts;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Api;

/// <summary>The probabilities that belong to readings: of the ruling reading of the city alone.</summary>
internal sealed class Chances
{
    private readonly Dictionary<(string Id, YearMonth Month, string Region), decimal?> _found;

    private Chances(IEnumerable<TargetForecast> forecasts) =>
        _found = forecasts.ToDictionary(each => (each.Id, each.Month, each.Region), each => each.Probability);

    /// <param name="read">Reads the forecasts of a range of months; asked only when a reading may have one.</param>
    public static async Task<Chances> OfAsync(
        IReadOnlyList<KpiReading> readings, Func<YearMonth, YearMonth, Task<IReadOnlyList<TargetForecast>>> read)
    {
        List<YearMonth> months = [.. readings.Where(MayHaveOne).Select(reading => reading.Month)];
        return new Chances(months.Count == 0 ? [] : await read(months.Min(), months.Max()));
    }

    public decimal? Of(KpiReading reading) => MayHaveOne(reading)
        ? _found.GetValueOrDefault((reading.Id, reading.Month, reading.Subject.Region))
        : null;

    private static bool MayHaveOne(KpiReading reading) =>
        reading is { Reading: ReadingNames.Ruling, Subject.Bank: null, Actual: not null, Standing: not Standing.Withheld };
}
