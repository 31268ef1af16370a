using SmeKpi.Core.Cases;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;
using SmeKpi.Web.Supervision;

namespace SmeKpi.Web.Cases;

/// <summary>The figures that a notice rests on: the one place that says which they are for each subject.</summary>
/// <remarks>
/// Readings of the bank for the city under the ruling reading, or what a test of banks measured. Other subjects rest on
/// words alone.
/// </remarks>
internal sealed class CaseFigures(VisibleCity city, VisibleSupervision supervision, Law law)
{
    /// <summary>What a subject rests on: provisions as in M01.3, else the test of the same name; empty for words alone.</summary>
    public IReadOnlyList<string> IdsOf(CaseSubject? subject) => subject is null ? []
        : subject.Figures.Count > 0 || law.Supervision.Tests.All(rule => rule.Id != subject.Id) ? subject.Figures
        : [subject.Id];

    /// <summary>What people call a provision or a test.</summary>
    public LocalizedText NameOf(string id) => law.Policy.Provisions.FirstOrDefault(provision => provision.Id == id)?.Name
        ?? law.Supervision.Tests.FirstOrDefault(rule => rule.Id == id)?.Name
        ?? new LocalizedText(id, id);

    /// <summary>The figures of a subject as known now.</summary>
    /// <returns>Null when the subject rests on no figures, or there are none of the bank for the month.</returns>
    public async Task<CaseEvidence?> ReadAsync(
        CaseSubject subject, string bank, YearMonth month, CancellationToken cancellationToken)
    {
        DateTimeOffset known = await city.KnownSinceAsync(null, cancellationToken);
        IReadOnlyList<string> ids = IdsOf(subject);
        bool isOfData = ids.All(id => law.Policy.Provisions.Any(provision => provision.Id == id));
        IReadOnlyList<CaseFigure> figures = await ReadAsync(ids, bank, month, isOfData ? known : null, cancellationToken);
        return figures.Count == 0 ? null : new CaseEvidence(known, figures);
    }

    /// <param name="ids">As <see cref="IdsOf"/> gives them.</param>
    /// <param name="asOf">The moment whose knowledge is asked for; null for now.</param>
    public async Task<IReadOnlyList<CaseFigure>> ReadAsync(
        IReadOnlyCollection<string> ids, string bank, YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        string home = Subjects.City(await city.MasterAsync(asOf, cancellationToken)).Code;
        IReadOnlyList<KpiReading> readings = await city.ReadingsAsync(
            new ReadingQuery(home, month, month, Reading: ReadingNames.Ruling, Subjects: [new Subject(home, bank)], AsOf: asOf),
            cancellationToken);
        return
        [
            .. readings.Where(reading => ids.Contains(reading.Id)).Select(reading => new CaseFigure(
                reading.Id, reading.Reading, reading.Actual, reading.Target, reading.Standing, reading.Synthetic)),
            .. await TestsAsync([.. ids.Where(id => law.Policy.Provisions.All(provision => provision.Id != id))], bank, month, home, asOf, cancellationToken),
        ];
    }

    private async Task<IReadOnlyList<CaseFigure>> TestsAsync(
        IReadOnlyList<string> ids, string bank, YearMonth month, string home, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        SupervisionData found = await supervision.ReadAsync(month, home, asOf, bank, cancellationToken);
        return
        [
            .. found.Sheets.SelectMany(sheet => sheet.Tests.Where(test => ids.Contains(test.Rule.Id)).Select(test => new CaseFigure(
                test.Rule.Id, ReadingNames.Ruling, test.Value.Value, test.Threshold, test.Standing, test.Value.Synthetic || sheet.Synthetic))),
        ];
    }
}
