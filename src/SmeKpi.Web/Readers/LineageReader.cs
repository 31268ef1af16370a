using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Readers;

/// <summary>Takes a reading apart: law, figures and coverage adjustments, the stored values behind each, their cells.</summary>
internal sealed class LineageReader(
    FigureShelf shelf, ObservationReader observations, CityData city, PolicyDocument policy)
{
    /// <returns>Null when the reading does not exist in the month.</returns>
    public async Task<LineageJson?> ReadAsync(
        Kpi kpi,
        string reading,
        YearMonth month,
        Subject subject,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        ReadingDefinition definition = policy.Provision(kpi.Id).Readings.First(each => each.Name == reading);
        Trace? trace = await shelf.ReadAsync(
            asOf, figures => Follow(kpi, definition, new KpiInput(figures, policy, month, subject)), cancellationToken);
        if (trace is null)
        {
            return null;
        }

        Dictionary<long, Vintage> cells = (await observations.FindAsync(
                [.. trace.Figures.SelectMany(figure => figure.Parts).Select(part => part.Known.ObservationId).Distinct()],
                cancellationToken))
            .ToDictionary(vintage => vintage.ObservationId);
        DateTimeOffset known = asOf ?? await city.KnownSinceAsync(cancellationToken);
        Provision provision = policy.Provision(kpi.Id);
        return new LineageJson(
            ReadingJson.Of(trace.Reading, known),
            provision.Quote,
            definition.Explanation,
            [.. trace.Figures.Select(figure => FigureOf(figure, cells))]);
    }

    private static Trace? Follow(Kpi kpi, ReadingDefinition reading, KpiInput input) =>
        kpi.Evaluate(input, reading) is { } value
            ? new Trace(
                KpiCatalog.Evaluate(input).First(each => each.Id == kpi.Id && each.Reading == reading.Name),
                [.. value.Figures.Concat(value.Adjustments).Select(figure => new TracedFigure(
                    figure, [.. input.Figures.PartsOf(input.Subject, figure)]))])
            : null;

    private static LineageFigureJson FigureOf(TracedFigure figure, Dictionary<long, Vintage> cells) => new(
        figure.Figure.Request.Indicator,
        figure.Figure.Request.Scope,
        figure.Figure.Request.Month.ToString(),
        ReadingJson.Kebab(figure.Figure.Origin),
        figure.Figure.IsComplete,
        figure.Figure.Number is { } number ? Decimals.Plain(number) : null,
        [.. figure.Parts.Select(part => CellOf(part, cells[part.Known.ObservationId]))]);

    private static LineageCellJson CellOf((SeriesKey Series, YearMonth Month, KnownValue Known) part, Vintage cell) => new(
        part.Series.Bank,
        part.Series.Region,
        part.Known.Value is { } value ? Decimals.Plain(value.Number) : null,
        part.Known.Synthetic,
        cell.FileName,
        cell.Cell.Sheet,
        cell.Cell.Row,
        cell.Cell.Column,
        Moments.Iso(cell.KnownSince));

    private sealed record Trace(KpiReading Reading, IReadOnlyList<TracedFigure> Figures);

    private sealed record TracedFigure(
        ResolvedFigure Figure, IReadOnlyList<(SeriesKey Series, YearMonth Month, KnownValue Known)> Parts);
}
