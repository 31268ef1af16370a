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

/// <summary>Finds whose figure counts for an area or a bank, from one snapshot. Design.md §2.1, "whose figure".</summary>
/// <remarks>Remembers what it has added up, so that the readings of many months share the work. Not thread-safe.</remarks>
public sealed class FigureBook
{
    private readonly SheetLayout _layout;
    private readonly ILookup<(string Indicator, string Scope), SheetColumn> _columns;
    private readonly Dictionary<FigureRequest, FigureSheet> _sheets = [];
    private readonly Dictionary<YearMonth, IReadOnlyList<int>> _open = [];

    public FigureBook(StatisticsSnapshot statistics, MasterData master)
    {
        Statistics = statistics;
        Master = master;
        _layout = new SheetLayout(master);
        _columns = statistics.Series
            .Where(series => _layout.FindReporter(series.Bank) is not null && _layout.FindArea(series.Region) is not null)
            .ToLookup(
                series => (series.Indicator, series.Scope),
                series => new SheetColumn(
                    _layout.FindReporter(series.Bank)!.Value,
                    _layout.FindArea(series.Region)!.Value,
                    statistics.Months(series)));
    }

    public StatisticsSnapshot Statistics { get; }

    public MasterData Master { get; }

    /// <summary>Figures that are compared or divided: all as published when all are published, else all from the banks.</summary>
    public IReadOnlyList<ResolvedFigure> Resolve(Subject subject, params IReadOnlyList<FigureRequest> requests)
    {
        if (subject.Bank is { } bank)
        {
            return [.. requests.Select(request => Comparable(bank, subject.Region, request, mustReport: true))];
        }

        List<ResolvedFigure> published = [.. requests.Select(request => Published(subject.Region, request))];
        return published.TrueForAll(figure => figure.Number is not null)
            ? published
            : [.. requests.Select(request => SumOfBanks(subject.Region, request))];
    }

    /// <summary>The total that is published for an area; nothing for a bank.</summary>
    public ResolvedFigure Published(Subject subject, FigureRequest request) => subject.Bank is null
        ? Published(subject.Region, request)
        : new ResolvedFigure(request, null, Origin.Published, IsComplete: true, Synthetic: false);

    /// <summary>What the banks of an area report together, or one bank with the banks that merged into it.</summary>
    public ResolvedFigure OfBanks(Subject subject, FigureRequest request) => subject.Bank is { } bank
        ? Comparable(bank, subject.Region, request, mustReport: true)
        : SumOfBanks(subject.Region, request);

    /// <summary>Coverage adjustments after one month up to another, of the same origin as the balances they adjust.</summary>
    /// <returns>
    /// One figure for each month that has any; empty when there are none. Nobody must report an adjustment, so each is
    /// complete.
    /// </returns>
    public IReadOnlyList<ResolvedFigure> Adjustments(
        Subject subject, Origin origin, string indicator, string scope, YearMonth after, YearMonth upTo)
    {
        List<ResolvedFigure> found = [];
        foreach (YearMonth month in after.AddMonths(1).Through(upTo))
        {
            FigureRequest request = new(indicator, scope, month);
            ResolvedFigure figure = subject.Bank is { } bank ? Comparable(bank, subject.Region, request, mustReport: false)
                : origin == Origin.Published ? Published(subject.Region, request)
                : SumOfBanks(subject.Region, request);
            if (figure.Number is not null)
            {
                found.Add(figure with { IsComplete = true });
            }
        }

        return found;
    }

    /// <summary>Of the banks open in the month, how many have all the figures asked for; one of one for a single bank.</summary>
    public Completeness Count(Subject subject, params IReadOnlyList<FigureRequest> requests)
    {
        if (subject.Bank is { } only)
        {
            bool has = Resolve(subject, requests).All(figure => figure.Number is not null);
            return new Completeness(1, has ? 1 : 0);
        }

        IReadOnlyList<int> open = OpenIn(requests[0].Month);
        return _layout.FindArea(subject.Region) is { } area
            ? new Completeness(open.Count, open.Count(bank =>
                requests.All(request => Sheet(request).Own(bank, area).Number is not null)))
            : new Completeness(open.Count, 0);
    }

    /// <summary>How many banks a figure rests on in each part of the city that has it.</summary>
    /// <returns>Counties and zones by code; null banks where only a total is published and no bank reports by area.</returns>
    public IReadOnlyList<(Region Area, int? Banks)> ReportersByArea(FigureRequest request)
    {
        FigureSheet sheet = Sheet(request);
        List<(Region Area, int? Banks)> parts = [];
        foreach (Region area in Master.CountiesOf(Subjects.City(Master).Code))
        {
            int at = _layout.FindArea(area.Code)!.Value;
            int banks = _layout.Banks.Count(bank => sheet.Own(_layout.FindReporter(bank.Code)!.Value, at).Number is not null);
            if (banks > 0 || sheet.Published(at)?.Value is not null)
            {
                parts.Add((area, banks == 0 ? null : banks));
            }
        }

        return parts;
    }

    /// <summary>The stored values that a figure was built from, for lineage.</summary>
    public IEnumerable<(SeriesKey Series, YearMonth Month, KnownValue Known)> PartsOf(Subject subject, ResolvedFigure figure)
    {
        if (figure.Origin == Origin.Published)
        {
            return PartsOf(bank: null, subject.Region, figure.Request);
        }

        IEnumerable<Bank> reporters = subject.Bank is { } bank
            ? OpenWithPredecessors(bank, figure.Request.Month)
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

    private ResolvedFigure Published(string region, FigureRequest request)
    {
        KnownValue? known = _layout.FindArea(region) is { } area ? Sheet(request).Published(area) : null;
        return new ResolvedFigure(
            request, known?.Value?.Number, Origin.Published, IsComplete: true, known?.Synthetic ?? false);
    }

    private ResolvedFigure SumOfBanks(string region, FigureRequest request)
    {
        BankSum sum = _layout.FindArea(region) is { } area ? Sheet(request).Sum(area) : default;
        return new ResolvedFigure(request, sum.Number, Origin.Banks, sum.IsComplete, sum.Synthetic);
    }

    /// <summary>A merged bank continues its predecessors: their values count for the months in which they were open.</summary>
    private ResolvedFigure Comparable(string bank, string region, FigureRequest request, bool mustReport)
    {
        decimal? total = null;
        bool complete = true;
        bool synthetic = false;
        foreach (Bank each in OpenWithPredecessors(bank, request.Month))
        {
            BankFigure figure = Own(each.Code, region, request);
            complete &= figure.Number is not null;
            total = figure.Number is { } number ? (total ?? 0m) + number : total;
            synthetic |= figure.Synthetic;
        }

        return new ResolvedFigure(
            request, complete || !mustReport ? total : null, Origin.Banks, complete && total is not null, synthetic);
    }

    private BankFigure Own(string bank, string region, FigureRequest request) =>
        _layout.FindReporter(bank) is { } reporter && _layout.FindArea(region) is { } area
            ? Sheet(request).Own(reporter, area)
            : default;

    private IEnumerable<Bank> OpenWithPredecessors(string code, YearMonth month) =>
        WithPredecessors(code).Where(bank => bank.IsOpenIn(month));

    private IEnumerable<Bank> WithPredecessors(string code) => Master.FindBank(code) is { } bank
        ? [bank, .. Master.PredecessorsOf(code).SelectMany(each => WithPredecessors(each.Code))]
        : [];

    private FigureSheet Sheet(FigureRequest request)
    {
        if (!_sheets.TryGetValue(request, out FigureSheet? sheet))
        {
            sheet = new FigureSheet(_layout, _columns[(request.Indicator, request.Scope)], request.Month);
            _sheets.Add(request, sheet);
        }

        return sheet;
    }

    private IReadOnlyList<int> OpenIn(YearMonth month)
    {
        if (!_open.TryGetValue(month, out IReadOnlyList<int>? open))
        {
            open = [.. Master.OpenIn(month).Select(bank => _layout.FindReporter(bank.Code)!.Value)];
            _open.Add(month, open);
        }

        return open;
    }
}
