using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Readers;

/// <summary>Takes a reading apart: law, figures and coverage adjustments, the stored values behind each, their cells.</summary>
internal sealed class LineageReader(
    FigureShelf shelf,
    ObservationReader observations,
    CityData city,
    SmallGroupShelf groups,
    ImportRows files,
    PolicyDocument policy)
{
    /// <param name="rows">Whose readings may be seen; an area that rests on too few banks is withheld with all its figures.</param>
    /// <param name="cellRows">The rows whose cells are listed, the others are counted; null for none at all.</param>
    /// <returns>Null when the reading does not exist in the month.</returns>
    public async Task<LineageJson?> ReadAsync(
        Kpi kpi,
        string reading,
        YearMonth month,
        Subject subject,
        DateTimeOffset? asOf,
        RowScope rows,
        RowScope? cellRows,
        CancellationToken cancellationToken)
    {
        if (await TraceAsync(kpi, reading, month, subject, asOf, rows, cancellationToken) is not { } trace)
        {
            return null;
        }

        string home = Subjects.City(await city.MasterAsync(asOf, cancellationToken)).Code;
        Dictionary<long, Vintage> cells = cellRows is null
            ? []
            : await CellsAsync(trace.Figures, cellRows, home, cancellationToken);
        DateTimeOffset known = asOf ?? await city.KnownSinceAsync(cancellationToken);
        Provision provision = policy.Provision(kpi.Id);
        return new LineageJson(
            ReadingJson.Of(trace.Reading, known),
            provision.Quote,
            provision.Readings.First(each => each.Name == reading).Explanation,
            [.. trace.Figures.Select(figure => FigureOf(figure, cells))]);
    }

    /// <param name="rows">Whose readings may be seen; an area that rests on too few banks is withheld with all its figures.</param>
    /// <returns>Null when the reading does not exist in the month.</returns>
    public async Task<ReadingTrace?> TraceAsync(
        Kpi kpi,
        string reading,
        YearMonth month,
        Subject subject,
        DateTimeOffset? asOf,
        RowScope rows,
        CancellationToken cancellationToken)
    {
        ReadingDefinition definition = policy.Provision(kpi.Id).Readings.First(each => each.Name == reading);
        ReadingTrace? trace = await shelf.ReadAsync(
            asOf, figures => Follow(kpi, definition, new KpiInput(figures, policy, month, subject)), cancellationToken);
        if (trace is null || rows.SeesEveryBank)
        {
            return trace;
        }

        string home = Subjects.City(await city.MasterAsync(asOf, cancellationToken)).Code;
        KpiReading shown = (await groups.WithholdAsync([trace.Reading], home, asOf, cancellationToken))[0];
        return shown.Standing == Standing.Withheld ? new ReadingTrace(shown, null, []) : trace;
    }

    /// <summary>The same value without where it was read.</summary>
    public static Vintage WithoutFile(Vintage cell) => cell with
    {
        FileName = string.Empty,
        Sha256 = string.Empty,
        Cell = new SourceCell(string.Empty, 0, 0),
        Actor = string.Empty,
        Publisher = null,
        Title = null,
        Address = null,
    };

    private async Task<Dictionary<long, Vintage>> CellsAsync(
        IReadOnlyList<TracedFigure> figures, RowScope rows, string home, CancellationToken cancellationToken)
    {
        long[] seen =
        [
            .. figures.SelectMany(figure => figure.Parts)
                .Where(part => rows.Sees(part.Series.Region, part.Series.Bank, home))
                .Select(part => part.Known.ObservationId).Distinct(),
        ];
        Dictionary<long, Vintage> cells = [];
        foreach (Vintage cell in await observations.FindAsync(seen, cancellationToken))
        {
            cells[cell.ObservationId] = await files.IsOpenAsync(cell.ImportId, rows, home, cancellationToken)
                ? cell
                : WithoutFile(cell);
        }

        return cells;
    }

    private static ReadingTrace? Follow(Kpi kpi, ReadingDefinition reading, KpiInput input) =>
        kpi.Evaluate(input, reading) is { } value
            ? new ReadingTrace(
                KpiCatalog.Evaluate(input).First(each => each.Id == kpi.Id && each.Reading == reading.Name),
                Formulas.Of(kpi.Id, reading.Name, input.Month, value),
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
        [
            .. figure.Parts.Where(part => cells.ContainsKey(part.Known.ObservationId))
                .Select(part => CellOf(part, cells[part.Known.ObservationId])),
        ],
        figure.Parts.Count(part => !cells.ContainsKey(part.Known.ObservationId)));

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
}

/// <summary>A reading taken apart.</summary>
/// <param name="Formula">Null when the reading is withheld; then there are no figures either.</param>
internal sealed record ReadingTrace(KpiReading Reading, Formula? Formula, IReadOnlyList<TracedFigure> Figures);

/// <summary>A figure or coverage adjustment and the stored values behind it.</summary>
internal sealed record TracedFigure(
    ResolvedFigure Figure, IReadOnlyList<(SeriesKey Series, YearMonth Month, KnownValue Known)> Parts);
