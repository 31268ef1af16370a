using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>What a calculation asks for: one indicator in one scope for one month.</summary>
public readonly record struct FigureRequest(string Indicator, string Scope, YearMonth Month);

/// <summary>An answer for one subject: the number in the indicator's unit and what it was built from.</summary>
/// <param name="Number">Null when nothing at all is known. From an incomplete set of banks, the sum of those present.</param>
/// <param name="IsComplete">False when a bank that was open in the month has no value.</param>
public readonly record struct ResolvedFigure(
    FigureRequest Request, decimal? Number, Origin Origin, bool IsComplete, bool Synthetic);

/// <summary>The figures of one snapshot, and the stored values that each was built from.</summary>
/// <remarks>Remembers what it has added up, so that the readings of many months share the work. Not thread-safe.</remarks>
public sealed class FigureBook
{
    private readonly SheetLayout _layout;
    private readonly ILookup<(string Indicator, string Scope), SheetColumn> _columns;
    private readonly Dictionary<FigureRequest, FigureSheet> _sheets = [];

    public FigureBook(StatisticsSnapshot statistics, MasterData master)
    {
        Statistics = statistics;
        _layout = new SheetLayout(master);
        _columns = statistics.Series
            .Where(series => _layout.FindReporter(series.Bank) is not null && _layout.FindArea(series.Region) is not null)
            .ToLookup(
                series => (series.Indicator, series.Scope),
                series => new SheetColumn(
                    _layout.FindReporter(series.Bank)!.Value,
                    _layout.FindArea(series.Region)!.Value,
                    statistics.Months(series)));
        Sheets = new SheetBook(_layout, Sheet);
    }

    public StatisticsSnapshot Statistics { get; }

    public MasterData Master => _layout.Master;

    public SheetBook Sheets { get; }

    /// <inheritdoc cref="SheetBook.Resolve"/>
    public IReadOnlyList<ResolvedFigure> Resolve(Subject subject, params IReadOnlyList<FigureRequest> requests) =>
        Sheets.Resolve(subject, requests);

    /// <inheritdoc cref="SheetBook.Published(Subject, FigureRequest)"/>
    public ResolvedFigure Published(Subject subject, FigureRequest request) => Sheets.Published(subject, request);

    /// <inheritdoc cref="SheetBook.OfBanks"/>
    public ResolvedFigure OfBanks(Subject subject, FigureRequest request) => Sheets.OfBanks(subject, request);

    /// <inheritdoc cref="SheetBook.Adjustments"/>
    public IReadOnlyList<ResolvedFigure> Adjustments(
        Subject subject, Origin origin, string indicator, string scope, YearMonth after, YearMonth upTo) =>
        Sheets.Adjustments(subject, origin, indicator, scope, after, upTo);

    /// <inheritdoc cref="SheetBook.Count"/>
    public Completeness Count(Subject subject, params IReadOnlyList<FigureRequest> requests) => Sheets.Count(subject, requests);

    /// <inheritdoc cref="SheetBook.ReportersByArea"/>
    public IReadOnlyList<(Region Area, int? Banks)> ReportersByArea(FigureRequest request) => Sheets.ReportersByArea(request);

    /// <summary>The stored values that a figure was built from, for lineage.</summary>
    public IEnumerable<(SeriesKey Series, YearMonth Month, KnownValue Known)> PartsOf(Subject subject, ResolvedFigure figure)
    {
        if (figure.Origin == Origin.Published)
        {
            return PartsOf(bank: null, subject.Region, figure.Request);
        }

        IEnumerable<Bank> reporters = subject.Bank is { } bank
            ? Sheets.OpenWithPredecessors(bank, figure.Request.Month)
            : _layout.Banks;
        return reporters.SelectMany(each => PartsOf(each.Code, subject.Region, figure.Request));
    }

    private IEnumerable<(SeriesKey, YearMonth, KnownValue)> PartsOf(string? bank, string region, FigureRequest request)
    {
        SeriesKey own = new(request.Indicator, request.Scope, bank, region);
        if (Statistics.Find(own, request.Month) is { Value: not null } known)
        {
            return [(own, request.Month, known)];
        }

        bool isSum = bank is not null && Master.FindRegion(region)?.Kind == RegionKind.City;
        return !isSum ? [] : Master.CountiesOf(region)
            .Select(county => own with { Region = county.Code })
            .Select(series => (series, request.Month, Known: Statistics.Find(series, request.Month)))
            .Where(part => part.Known is { Value: not null })
            .Select(part => (part.series, part.Month, part.Known!.Value));
    }

    private FigureSheet Sheet(FigureRequest request)
    {
        if (!_sheets.TryGetValue(request, out FigureSheet? sheet))
        {
            sheet = new FigureSheet(_layout, request.Month);
            foreach (SheetColumn column in _columns[(request.Indicator, request.Scope)])
            {
                if (column.Months.TryGetValue(request.Month, out KnownValue known))
                {
                    sheet.Set(column.Reporter, column.Area, known);
                }
            }

            _sheets.Add(request, sheet);
        }

        return sheet;
    }

    /// <summary>One series at its place in every sheet of its indicator and scope.</summary>
    private readonly record struct SheetColumn(int Reporter, int Area, IReadOnlyDictionary<YearMonth, KnownValue> Months);
}
