using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Measures pages: the ten measures as the law gives them, with the readings of the judged ones.</summary>
public sealed class MeasuresReader(ViewSource source)
{
    public async Task<MeasuresView> ListAsync(ViewQuery query, CancellationToken cancellationToken)
    {
        ViewData data = await source.ReadAsync(query, false, cancellationToken);
        return new MeasuresView(
            data.Policy,
            [.. data.Policy.Measures.OrderBy(measure => measure.Number).Select(measure => View(data, measure))],
            query.ToAddress(),
            PeriodMapping.Period(data, query));
    }

    /// <returns>Null when there is no measure of that number.</returns>
    public async Task<MeasurePageView?> ReadAsync(int number, ViewQuery query, CancellationToken cancellationToken)
    {
        ViewData data = await source.ReadAsync(query, false, cancellationToken);
        return data.Policy.Measures.FirstOrDefault(measure => measure.Number == number) is { } measure
            ? new MeasurePageView(
                PeriodMapping.Period(data, query), data.Policy, View(data, measure), query.ToAddress())
            : null;
    }

    private static MeasureView View(ViewData data, Measure measure)
    {
        Provision[] provisions = [.. data.Policy.Provisions
            .Where(provision => provision.Measure == measure.Number)
            .OrderBy(provision => provision.Id, StringComparer.Ordinal)];
        return new MeasureView(
            measure,
            [.. measure.Responsible.Select(id => NameOf(data.Policy, id))],
            provisions,
            [
                .. provisions.Where(provision => provision.IsJudged && data.SeesCity)
                    .Select(provision => TargetReader.Target(data, provision)),
            ],
            TextPiece.Split(measure.Text, provisions.Select(provision => provision.Quote)));
    }

    private static LocalizedText NameOf(PolicyDocument policy, string department) =>
        policy.Departments.FirstOrDefault(candidate => candidate.Id == department)?.Name
            ?? new LocalizedText(department, department);
}

public sealed record MeasuresView(
    PolicyDocument Policy, IReadOnlyList<MeasureView> Measures, string Address, PeriodView Period);

/// <param name="Provisions">All numbers of the measure; those that are not judged carry no light.</param>
/// <param name="Targets">The judged ones with their readings.</param>
/// <param name="Text">The verbatim text, cut so that the quotes can be marked.</param>
public sealed record MeasureView(
    Measure Measure,
    IReadOnlyList<LocalizedText> Departments,
    IReadOnlyList<Provision> Provisions,
    IReadOnlyList<TargetView> Targets,
    IReadOnlyList<TextPiece> Text);

public sealed record MeasurePageView(PeriodView Period, PolicyDocument Policy, MeasureView Measure, string Address);
