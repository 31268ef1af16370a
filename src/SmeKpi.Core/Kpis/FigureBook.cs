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
public sealed class FigureBook(StatisticsSnapshot statistics, MasterData master)
{
    private readonly Dictionary<(FigureRequest, string Region), BankFigure?[]> _ownFigures = [];
    private readonly Dictionary<(FigureRequest, string Region), BankSum> _sums = [];
    private readonly Dictionary<string, IReadOnlyList<Region>> _counties = [];
    private readonly Dictionary<YearMonth, IReadOnlyList<Bank>> _openBanks = [];
    private readonly Dictionary<string, int> _bankNumbers = master.Banks.Index().ToDictionary(
        bank => bank.Item.Code, bank => bank.Index, StringComparer.Ordinal);

    public StatisticsSnapshot Statistics => statistics;

    public MasterData Master => master;

    /// <summary>Figures that are compared or divided: all as published when all are published, else all from the banks.</summary>
    public IReadOnlyList<ResolvedFigure> Resolve(Subject subject, params IReadOnlyList<FigureRequest> requests)
    {
        if (subject.Bank is { } bank)
        {
            return [.. requests.Select(request => OfBank(bank, subject.Region, request))];
        }

        List<ResolvedFigure> published = [.. requests.Select(request => Published(subject.Region, request))];
        return published.TrueForAll(figure => figure.Number is not null)
            ? published
            : [.. requests.Select(request => SumOfBanks(subject.Region, request))];
    }

    /// <summary>Coverage adjustments after one month up to another, of the same origin as the balances they adjust.</summary>
    /// <returns>Zero when there are none.</returns>
    public Money Adjustments(Subject subject, Origin origin, string indicator, string scope, YearMonth after, YearMonth upTo)
    {
        decimal total = 0m;
        foreach (YearMonth month in after.AddMonths(1).Through(upTo))
        {
            FigureRequest request = new(indicator, scope, month);
            ResolvedFigure figure = subject.Bank is { } bank ? Comparable(bank, subject.Region, request, mustReport: false)
                : origin == Origin.Published ? Published(subject.Region, request)
                : SumOfBanks(subject.Region, request);
            total += figure.Number ?? 0m;
        }

        return Money.FromYuan(total);
    }

    /// <summary>Of the banks open in the month, how many have all the figures asked for; one of one for a single bank.</summary>
    public Completeness Count(Subject subject, params IReadOnlyList<FigureRequest> requests)
    {
        if (subject.Bank is { } only)
        {
            bool has = requests.All(request => OfBank(only, subject.Region, request).Number is not null);
            return new Completeness(1, has ? 1 : 0);
        }

        IReadOnlyList<Bank> open = OpenBanks(requests[0].Month);
        BankFigure?[][] figures = [.. requests.Select(request => OwnFigures(subject.Region, request))];
        int received = open.Count(bank =>
        {
            int number = _bankNumbers[bank.Code];
            for (int at = 0; at < figures.Length; at++)
            {
                BankFigure figure =
                    figures[at][number] ??= ReadOwn(bank.Code, subject.Region, requests[at]);
                if (figure.Number is null)
                {
                    return false;
                }
            }

            return true;
        });
        return new Completeness(open.Count, received);
    }

    /// <summary>The banks open in a month that lack at least one of the figures asked for.</summary>
    public IEnumerable<Bank> Missing(string region, params IReadOnlyList<FigureRequest> requests) =>
        OpenBanks(requests[0].Month).Where(bank =>
            requests.Any(request => Own(bank.Code, region, request).Number is null));

    /// <summary>The stored values that a figure was built from, for lineage.</summary>
    public IEnumerable<(SeriesKey Series, YearMonth Month, KnownValue Known)> PartsOf(Subject subject, ResolvedFigure figure)
    {
        if (figure.Origin == Origin.Published)
        {
            return PartsOf(bank: null, subject.Region, figure.Request);
        }

        IEnumerable<Bank> reporters = subject.Bank is { } bank
            ? OpenWithPredecessors(bank, figure.Request.Month)
            : master.Banks.OrderBy(each => each.Code, StringComparer.Ordinal);
        return reporters.SelectMany(each => PartsOf(each.Code, subject.Region, figure.Request));
    }

    private IEnumerable<(SeriesKey, YearMonth, KnownValue)> PartsOf(string? bank, string region, FigureRequest request)
    {
        SeriesKey own = Key(request, bank, region);
        if (statistics.Find(own, request.Month) is { Value: not null } known)
        {
            return [(own, request.Month, known)];
        }

        return bank is null ? [] : Counties(region)
            .Select(county => Key(request, bank, county.Code))
            .Select(series => (series, request.Month, Known: statistics.Find(series, request.Month)))
            .Where(part => part.Known is { Value: not null })
            .Select(part => (part.series, part.Month, part.Known!.Value));
    }

    private ResolvedFigure Published(string region, FigureRequest request)
    {
        KnownValue? known = statistics.Find(Key(request, null, region), request.Month);
        return new ResolvedFigure(
            request, known?.Value?.Number, Origin.Published, IsComplete: true, known?.Synthetic ?? false);
    }

    private ResolvedFigure SumOfBanks(string region, FigureRequest request)
    {
        BankSum sum = Sum(region, request);
        return new ResolvedFigure(request, sum.Number, Origin.Banks, sum.IsComplete, sum.Synthetic);
    }

    private BankSum Sum(string region, FigureRequest request)
    {
        if (_sums.TryGetValue((request, region), out BankSum sum))
        {
            return sum;
        }

        decimal? total = null;
        bool complete = true;
        bool synthetic = false;
        BankFigure?[] figures = OwnFigures(region, request);
        foreach (Bank bank in master.Banks)
        {
            BankFigure figure = figures[_bankNumbers[bank.Code]] ??= ReadOwn(bank.Code, region, request);
            total = figure.Number is { } number ? (total ?? 0m) + number : total;
            complete &= figure.Number is not null || !bank.IsOpenIn(request.Month);
            synthetic |= figure.Synthetic;
        }

        return _sums[(request, region)] = new BankSum(total, complete, synthetic);
    }

    private ResolvedFigure OfBank(string bank, string region, FigureRequest request) =>
        Comparable(bank, region, request, mustReport: true);

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

    private IEnumerable<Bank> OpenWithPredecessors(string code, YearMonth month) =>
        WithPredecessors(code).Where(bank => bank.IsOpenIn(month));

    private IEnumerable<Bank> WithPredecessors(string code)
    {
        if (master.FindBank(code) is not { } bank)
        {
            return [];
        }

        return [bank, .. master.PredecessorsOf(code).SelectMany(each => WithPredecessors(each.Code))];
    }

    /// <summary>A bank's own row; in the city, where it has none, the sum of its counties.</summary>
    private BankFigure Own(string bank, string region, FigureRequest request) =>
        OwnFigures(region, request)[_bankNumbers[bank]] ??= ReadOwn(bank, region, request);

    /// <summary>The figures of all banks that were read so far, by the number of the bank.</summary>
    private BankFigure?[] OwnFigures(string region, FigureRequest request)
    {
        if (!_ownFigures.TryGetValue((request, region), out BankFigure?[]? figures))
        {
            _ownFigures.Add((request, region), figures = new BankFigure?[_bankNumbers.Count]);
        }

        return figures;
    }

    private BankFigure ReadOwn(string bank, string region, FigureRequest request)
    {
        KnownValue? own = statistics.Find(Key(request, bank, region), request.Month);
        return own is { Value: { } value, Synthetic: var synthetic }
            ? new BankFigure(value.Number, synthetic)
            : SumOfCounties(bank, region, request);
    }

    private BankFigure SumOfCounties(string bank, string region, FigureRequest request)
    {
        decimal? total = null;
        bool synthetic = false;
        foreach (Region county in Counties(region))
        {
            if (statistics.Find(Key(request, bank, county.Code), request.Month) is { Value: { } value } known)
            {
                total = (total ?? 0m) + value.Number;
                synthetic |= known.Synthetic;
            }
        }

        return new BankFigure(total, synthetic);
    }

    /// <summary>Only a city is the sum of its counties; a zone is reported apart from the district it lies in.</summary>
    private IReadOnlyList<Region> Counties(string region)
    {
        if (!_counties.TryGetValue(region, out IReadOnlyList<Region>? counties))
        {
            counties = master.FindRegion(region)?.Kind == RegionKind.City ? [.. master.CountiesOf(region)] : [];
            _counties.Add(region, counties);
        }

        return counties;
    }

    private IReadOnlyList<Bank> OpenBanks(YearMonth month)
    {
        if (!_openBanks.TryGetValue(month, out IReadOnlyList<Bank>? open))
        {
            _openBanks.Add(month, open = [.. master.OpenIn(month)]);
        }

        return open;
    }

    private static SeriesKey Key(FigureRequest request, string? bank, string region) =>
        new(request.Indicator, request.Scope, bank, region);

    private readonly record struct BankFigure(decimal? Number, bool Synthetic);

    private readonly record struct BankSum(decimal? Number, bool IsComplete, bool Synthetic);
}
