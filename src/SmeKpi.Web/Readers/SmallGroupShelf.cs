using System.Collections.Concurrent;
using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;

namespace SmeKpi.Web.Readers;

/// <summary>
/// Which readings of counties and zones rest on too few banks. Decided figure by figure: a reading is withheld when any
/// figure it uses is, so that nothing shown was computed from anything withheld. Remembered for each version of the data.
/// </summary>
internal sealed class SmallGroupShelf(
    FigureShelf shelf,
    SnapshotReader snapshots,
    MasterDataReader masterData,
    PolicyDocument policy,
    SmallGroups groups)
{
    // Months of one version of the data; what is forgotten is found out again.
    private const int Room = 2_000;

    private readonly ConcurrentDictionary<(DateTimeOffset Version, YearMonth Month), IReadOnlySet<(string Id, string Reading, string Area)>>
        _months = new();

    /// <summary>The same readings, those of areas that rest on too few banks without what they say.</summary>
    /// <param name="asOf">The moment as of which the readings were read; null for now.</param>
    public async Task<IReadOnlyList<KpiReading>> WithholdAsync(
        IReadOnlyList<KpiReading> readings, string city, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        Dictionary<YearMonth, IReadOnlySet<(string, string, string)>> withheld = [];
        foreach (YearMonth month in readings.Where(IsOfPart).Select(reading => reading.Month).Distinct())
        {
            withheld[month] = await OfMonthAsync(month, asOf, cancellationToken);
        }

        return
        [
            .. readings.Select(reading => IsOfPart(reading)
                && withheld[reading.Month].Contains((reading.Id, reading.Reading, reading.Subject.Region))
                    ? reading.Withhold()
                    : reading),
        ];

        bool IsOfPart(KpiReading reading) => reading.Subject.Bank is null && reading.Subject.Region != city;
    }

    /// <summary>Published totals of areas that rest on too few banks, left out; the other rows stay.</summary>
    public async Task<IReadOnlyList<Vintage>> WithholdAsync(
        IReadOnlyList<Vintage> rows, string city, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        List<Vintage> totals = [.. rows.Where(row => row.Series.Bank is null && row.Series.Region != city)];
        if (totals.Count == 0)
        {
            return rows;
        }

        SnapshotFilter filter = new()
        {
            Indicators = [.. totals.Select(row => row.Series.Indicator).Distinct()],
            From = totals.Min(row => row.Month),
            To = totals.Max(row => row.Month),
        };
        FigureBook figures = new(
            await snapshots.ReadAsync(asOf, filter, cancellationToken), await masterData.ReadAsync(asOf, cancellationToken));
        HashSet<(FigureRequest, string)> withheld =
        [
            .. totals.Select(RequestOf).Distinct().SelectMany(request => Withheld(figures, request).Select(area => (request, area))),
        ];
        return [.. rows.Where(row => row.Series.Bank is not null || !withheld.Contains((RequestOf(row), row.Series.Region)))];
    }

    private async Task<IReadOnlySet<(string Id, string Reading, string Area)>> OfMonthAsync(
        YearMonth month, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        DateTimeOffset version = await snapshots.DataVersionAsync(asOf, cancellationToken) ?? DateTimeOffset.UnixEpoch;
        if (_months.TryGetValue((version, month), out IReadOnlySet<(string, string, string)>? known))
        {
            return known;
        }

        IReadOnlySet<(string, string, string)> found = await shelf.ReadAsync(
            asOf, figures => (IReadOnlySet<(string, string, string)>)OfMonth(figures, month).ToHashSet(), cancellationToken);
        if (_months.Count >= Room)
        {
            _months.Clear();
        }

        _months[(version, month)] = found;
        return found;
    }

    private IEnumerable<(string Id, string Reading, string Area)> OfMonth(FigureBook figures, YearMonth month)
    {
        Dictionary<FigureRequest, IReadOnlySet<string>> seen = [];
        foreach (string area in figures.Master.CountiesOf(Subjects.City(figures.Master).Code).Select(region => region.Code))
        {
            KpiInput input = new(figures, policy, month, new Subject(area));
            foreach ((string id, string reading, FigureRequest request) in Used(input))
            {
                if (!seen.TryGetValue(request, out IReadOnlySet<string>? withheld))
                {
                    withheld = Withheld(figures, request);
                    seen.Add(request, withheld);
                }

                if (withheld.Contains(area))
                {
                    yield return (id, reading, area);
                }
            }
        }
    }

    private IEnumerable<(string Id, string Reading, FigureRequest Request)> Used(KpiInput input) =>
        from kpi in KpiCatalog.All
        from reading in policy.Provision(kpi.Id).Readings
        from figure in kpi.Evaluate(input, reading)?.Figures ?? []
        select (kpi.Id, reading.Name, figure.Request);

    private IReadOnlySet<string> Withheld(FigureBook figures, FigureRequest request) => groups.Withheld(
        [.. figures.ReportersByArea(request).Select(part => new AreaGroup(part.Area.Code, part.Area.Parent, part.Banks))]);

    private static FigureRequest RequestOf(Vintage row) => new(row.Series.Indicator, row.Series.Scope, row.Month);
}
