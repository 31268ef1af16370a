using SmeKpi.Core.Cases;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Cases;

/// <summary>The figures that a notice rests on: the one place that says which they are for each subject.</summary>
/// <remarks>Readings of the bank for the city, under the ruling reading. Subjects without readings rest on words alone.</remarks>
internal sealed class CaseFigures(VisibleCity city)
{
    /// <summary>The figures of a subject as known now.</summary>
    /// <returns>Null when the subject rests on no readings, or there are none of the bank for the month.</returns>
    public async Task<CaseEvidence?> ReadAsync(
        CaseSubject subject, string bank, YearMonth month, CancellationToken cancellationToken)
    {
        DateTimeOffset known = await city.KnownSinceAsync(null, cancellationToken);
        IReadOnlyList<CaseFigure> figures = await ReadAsync(subject.Figures, bank, month, null, cancellationToken);
        return figures.Count == 0 ? null : new CaseEvidence(known, figures);
    }

    /// <param name="provisions">As in M01.3.</param>
    /// <param name="asOf">The moment whose knowledge is asked for; null for now.</param>
    public async Task<IReadOnlyList<CaseFigure>> ReadAsync(
        IReadOnlyCollection<string> provisions, string bank, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (provisions.Count == 0)
        {
            return [];
        }

        string home = Subjects.City(await city.MasterAsync(asOf, cancellationToken)).Code;
        IReadOnlyList<KpiReading> readings = await city.ReadingsAsync(
            new ReadingQuery(home, month, month, Reading: ReadingNames.Ruling, Subjects: [new Subject(home, bank)], AsOf: asOf),
            cancellationToken);
        return
        [
            .. readings.Where(reading => provisions.Contains(reading.Id)).Select(reading => new CaseFigure(
                reading.Id, reading.Reading, reading.Actual, reading.Target, reading.Standing, reading.Synthetic)),
        ];
    }
}
