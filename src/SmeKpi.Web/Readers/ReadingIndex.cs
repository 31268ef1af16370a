using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Readings by provision, reading, month and subject.</summary>
public sealed class ReadingIndex
{
    private readonly Dictionary<(string Id, string Reading, YearMonth Month, Subject Subject), KpiReading> _readings = [];

    /// <remarks>Of two readings with the same key the later one counts.</remarks>
    public ReadingIndex(IEnumerable<KpiReading> readings)
    {
        foreach (KpiReading reading in readings)
        {
            _readings[(reading.Id, reading.Reading, reading.Month, reading.Subject)] = reading;
        }
    }

    /// <returns>Null when it was not computed.</returns>
    public KpiReading? Find(string id, string reading, YearMonth month, Subject subject) =>
        _readings.GetValueOrDefault((id, reading, month, subject));
}
