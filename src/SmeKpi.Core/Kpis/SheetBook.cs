using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Kpis;

/// <summary>Finds whose figure counts for an area or a bank, from sheets of figures. Design.md §2.1, "whose figure".</summary>
/// <param name="layout">The layout of all sheets.</param>
/// <param name="sheets">The sheet of an indicator, scope and month; an empty one where nothing is known.</param>
public sealed class SheetBook(SheetLayout layout, Func<FigureRequest, FigureSheet> sheets)
{
    private readonly Dictionary<YearMonth, IReadOnlyList<int>> _open = [];

    public MasterData Master => layout.Master;

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
        return layout.FindArea(subject.Region) is { } area
            ? new Completeness(open.Count, open.Count(bank =>
                requests.All(request => sheets(request).Own(bank, area).Number is not null)))
            : new Completeness(open.Count, 0);
    }

    /// <summary>How many banks a figure rests on in each part of the city that has it.</summary>
    /// <returns>Counties and zones by code; null banks where only a total is published and no bank reports by area.</returns>
    public IReadOnlyList<(Region Area, int? Banks)> ReportersByArea(FigureRequest request)
    {
        FigureSheet sheet = sheets(request);
        List<(Region Area, int? Banks)> parts = [];
        foreach (Region area in Master.CountiesOf(Subjects.City(Master).Code))
        {
            int at = layout.FindArea(area.Code)!.Value;
            int banks = layout.Banks.Count(bank => sheet.Own(layout.FindReporter(bank.Code)!.Value, at).Number is not null);
            if (banks > 0 || sheet.Published(at).Number is not null)
            {
                parts.Add((area, banks == 0 ? null : banks));
            }
        }

        return parts;
    }

    /// <summary>The bank and all that merged into it, as far as they were open in the month.</summary>
    internal IEnumerable<Bank> OpenWithPredecessors(string code, YearMonth month) =>
        Master.WithPredecessors(code).Where(bank => bank.IsOpenIn(month));

    private ResolvedFigure Published(string region, FigureRequest request)
    {
        BankFigure known = layout.FindArea(region) is { } area ? sheets(request).Published(area) : default;
        return new ResolvedFigure(request, known.Number, Origin.Published, IsComplete: true, known.Synthetic);
    }

    private ResolvedFigure SumOfBanks(string region, FigureRequest request) =>
        layout.FindArea(region) is { } area && sheets(request).Sum(area) is var sum
            ? new ResolvedFigure(request, sum.Number, Origin.Banks, sum.IsComplete, sum.Synthetic)
            : new ResolvedFigure(request, null, Origin.Banks, IsComplete: false, Synthetic: false);

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
        layout.FindReporter(bank) is { } reporter && layout.FindArea(region) is { } area
            ? sheets(request).Own(reporter, area)
            : default;

    private IReadOnlyList<int> OpenIn(YearMonth month)
    {
        if (!_open.TryGetValue(month, out IReadOnlyList<int>? open))
        {
            open = [.. Master.OpenIn(month).Select(bank => layout.FindReporter(bank.Code)!.Value)];
            _open.Add(month, open);
        }

        return open;
    }
}
