using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Readers;

/// <summary>Target page: what is known about one target.</summary>
public sealed class TargetReader(ViewSource source)
{
    /// <returns>Null when the law has no judged provision of that id.</returns>
    public Task<TargetPageView?> ReadAsync(string id, ViewQuery query, CancellationToken cancellationToken) =>
        ReadAsync(id, query, withParts: true, cancellationToken);

    /// <summary>The same without counties and banks: what a chart of the year is drawn from.</summary>
    /// <returns>Null when the law has no judged provision of that id.</returns>
    public Task<TargetPageView?> ReadAreaAsync(string id, ViewQuery query, CancellationToken cancellationToken) =>
        ReadAsync(id, query, withParts: false, cancellationToken);

    private async Task<TargetPageView?> ReadAsync(
        string id, ViewQuery query, bool withParts, CancellationToken cancellationToken)
    {
        ViewData data = await source.ReadAsync(query, withParts, cancellationToken);
        TargetCauses? causes = withParts ? await source.CausesAsync(id, data, query.AsOf, cancellationToken) : null;
        return From(causes is null ? data : data with { Causes = (id, causes) }, id, query);
    }

    public static TargetPageView? From(ViewData data, string id, ViewQuery query)
    {
        if (data.Policy.Judged().FirstOrDefault(provision => provision.Id == id) is not { } provision)
        {
            return null;
        }

        ReadingDefinition? chosen = provision.Readings.FirstOrDefault(reading => reading.Name == query.Reading);
        query = query.Reading is not null && chosen is null ? query.WithoutReading() : query;
        TargetView target = Target(data, provision, chosen);
        BoardView board = new(
            data.Dashboards.First(dashboard => dashboard.Target == id),
            [target],
            data.Policy.Provisions,
            query.ToAddress())
        {
            Query = query,
            Promises = data.Promises?.Beside(data.BankRows),
        };
        return new TargetPageView(PeriodMapping.Period(data, query), target, board, data.Policy);
    }

    /// <param name="chosen">The reading whose year is drawn; null for the ruling one, which alone gives the verdict.</param>
    public static TargetView Target(ViewData data, Provision provision, ReadingDefinition? chosen = null)
    {
        ReadingDefinition ruling = provision.Readings.First(reading => reading.IsRuling);
        var area = new Subject(data.Region);
        KpiReading? verdict = data.Readings.Find(provision.Id, ruling.Name, data.Month, area);
        IReadOnlyList<SubjectRow> banks =
            [.. data.Master.OpenIn(data.Month).Select(bank => Row(bank.Code, bank.Name, area with { Bank = bank.Code }) with
            {
                Predecessors = Predecessors(data.Master, bank.Code),
            })];

        return new TargetView
        {
            Provision = provision,
            Month = data.Month,
            Subject = area,
            AsOf = data.AsOf,
            Ruling = verdict,
            RulingDefinition = ruling,
            Shown = chosen ?? ruling,
            Year = YearMapping.Points(data, provision, (chosen ?? ruling).Name),
            History = StandingHistory.Of(
                provision,
                data.Month,
                month => data.Readings.Find(provision.Id, ruling.Name, month, area)?.Standing,
                data.MakeGood),
            Readings = [.. provision.Readings.Select(reading => Rival(data, provision.Id, reading, verdict))],
            BankRows = data.BankRows,
            Banks = Ranking.Of(banks),
            Regions = Ranking.Of([.. Parts(data)
                .Select(county => Row(county.Code, county.Name, new Subject(county.Code)))]),
            Filings = data.Filings,
            Beside = BesideMapping.Growths(provision.Id, data.Beside, data.Month, data.AsOf),
            Events = EventList.Of(data.Events, data.Beside, data.Month.StartOfYear, data.Month, data.AsOf),
            Lpr = BesideMapping.Lpr(provision.Id, data.Beside, data.Month),
            Causes = data.Causes is { } causes && causes.Id == provision.Id ? causes.Of : null,
            Forecast = ForecastView.Of(data.Forecasts.FirstOrDefault(each => each.Id == provision.Id), data.Policy, data.Region, data.AsOf),
            ToBeConfirmedBy = NameOf(data.Policy, provision.Ruling?.PendingConfirmationBy),
            MissingBanks = verdict?.Origin == Origin.Published
                ? []
                : [.. banks.Where(row => IsMissing(row.Code)).Select(row => row.Name)],
            LastJudged = verdict?.Target is null ? LastJudged(data, provision) : null,
        };

        SubjectRow Row(string code, LocalizedText name, Subject subject) =>
            SubjectMapping.Row(data, provision, ruling.Name, code, name, subject, verdict?.Actual);

        bool IsMissing(string bank) =>
            data.Readings.Find(provision.Id, ruling.Name, data.Month, area with { Bank = bank })
                is not { Completeness.IsComplete: true };
    }

    /// <summary>At any depth, by code.</summary>
    private static IReadOnlyList<string> Predecessors(MasterData master, string bank) =>
    [
        .. master.PredecessorsOf(bank).SelectMany(each => Predecessors(master, each.Code).Append(each.Code))
            .Order(StringComparer.Ordinal),
    ];

    /// <remarks>Statistics count a zone apart from the county around it: only the city is made up of areas.</remarks>
    private static IEnumerable<Region> Parts(ViewData data) =>
        data.Master.FindRegion(data.Region)?.Kind == RegionKind.City ? data.Master.CountiesOf(data.Region) : [];

    private static RivalRow Rival(ViewData data, string id, ReadingDefinition definition, KpiReading? verdict)
    {
        KpiReading? reading = data.Readings.Find(id, definition.Name, data.Month, new Subject(data.Region));
        Quantity? difference = definition.IsRuling || reading?.Actual is not { } actual || verdict?.Actual is not { } base_
            ? null
            : actual.Minus(base_);
        return new RivalRow(definition, reading?.Actual, difference, reading?.Standing);
    }

    private static LocalizedText? NameOf(PolicyDocument policy, string? department) =>
        policy.Departments.FirstOrDefault(candidate => candidate.Id == department)?.Name;

    private static YearMonth? LastJudged(ViewData data, Provision provision)
    {
        YearMonth? last = provision.AnnualValues.Count > 0
            ? new YearMonth(provision.AnnualValues.Keys.Max(), 12)
            : provision.StandingValue is null ? null : provision.InForceUntil;
        return last < data.Month ? last : null;
    }
}

public sealed record TargetPageView(PeriodView Period, TargetView Target, BoardView Board, PolicyDocument Policy);
