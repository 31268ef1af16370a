using SmeKpi.Core.Access;
using SmeKpi.Core.Exploring;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Exploring;

/// <summary>
/// The door to questions: answered from all that counts, cut to the rows whose cells the viewer may see, totals of small
/// groups withheld. Who is shown rows of banks leaves a trace.
/// </summary>
internal sealed class VisibleExplorer(
    CurrentViewer current,
    CityData city,
    VisibleCity visible,
    SeriesReader observations,
    SheetShelf shelf,
    SmallGroups groups,
    BankViews views,
    Law law)
{
    /// <param name="mostColumns">Answers with more are refused, where a page must show them.</param>
    public async Task<ExplorationAnswer> AskAsync(
        Exploration question, DateTimeOffset? asOf, int mostColumns, CancellationToken cancellationToken)
    {
        MasterData all = await city.MasterAsync(asOf, cancellationToken);
        MasterData seen = await visible.MasterAsync(asOf, cancellationToken);
        YearMonth? newest = question.To ?? await city.LastMonthAsync(asOf, cancellationToken);
        if (newest is not { } last || !await current.AllowsAsync(Right.CellsRead))
        {
            return new ExplorationAnswer(seen, Frame: null, Table: null, []);
        }

        ExplorationFrame frame = new(question, law.Indicators, seen, Subjects.City(all).Code, last);
        IReadOnlyList<ExplorationFault> faults = FaultsOf(frame, mostColumns);
        if (faults.Count > 0)
        {
            return new ExplorationAnswer(seen, frame, Table: null, faults);
        }

        RowScope rows = VisibleCity.WithZones(await current.RowsAsync(Right.CellsRead), all);
        SheetBook figures = await shelf.ReadAsync(ExplorationNeeds.Of(frame), all, asOf, cancellationToken);
        PivotTable table = PivotBuilder.Build(frame, figures, rows, groups);
        await views.RecordAsync(
            frame.Banks.Select(bank => bank.Code),
            frame.Areas is [var only] ? only.Code : null,
            frame.From,
            frame.To,
            cancellationToken);
        return new ExplorationAnswer(seen, frame, table, FaultsOf(table));
    }

    /// <summary>What happened in the months of a question. The LPR is everybody's.</summary>
    public async Task<EventList> EventsAsync(ExplorationFrame frame, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        SnapshotFilter lpr = new()
        {
            Indicators = [IndicatorCodes.Lpr1y],
            Scopes = [ScopeCodes.None],
            Banks = [string.Empty],
            Regions = [law.Comparisons.LprRegion],
            From = frame.From.AddMonths(-1),
            To = frame.To,
        };
        BesideBook book = new(await observations.ReadAsync(asOf, lpr, cancellationToken), law.Comparisons);
        return EventList.Of(law.Events, book, frame.From, frame.To, asOf);
    }

    private static IReadOnlyList<ExplorationFault> FaultsOf(ExplorationFrame frame, int mostColumns)
    {
        long columns = frame.Product(frame.Question.Columns);
        return frame.Faults.Count > 0 || columns <= mostColumns
            ? frame.Faults
            : [new ExplorationFault("columns", $"{columns}", ExplorationFaultKind.TooWide, $"{mostColumns}")];
    }

    private static IReadOnlyList<ExplorationFault> FaultsOf(PivotTable table) =>
        table.Question.Sort is { } sort && sort.Column != ExplorationSort.Total
        && table.Columns.All(column => column.Key != sort.Column)
            ? [new ExplorationFault("sort", sort.Column, ExplorationFaultKind.Sort)]
            : [];
}

/// <param name="Seen">The banks and areas that the viewer may choose from.</param>
/// <param name="Frame">Null while there are no figures.</param>
/// <param name="Table">Null when the question cannot be answered.</param>
/// <param name="Faults">Why it cannot, or what of it was passed over.</param>
internal sealed record ExplorationAnswer(
    MasterData Seen, ExplorationFrame? Frame, PivotTable? Table, IReadOnlyList<ExplorationFault> Faults);
