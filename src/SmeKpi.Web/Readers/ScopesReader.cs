using SmeKpi.Core.Access;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Composition;

namespace SmeKpi.Web.Readers;

/// <summary>Scopes page: definitions from the law and the catalogue, values and adjustments as far as the viewer sees cells.</summary>
internal sealed class ScopesReader(VisibleCity city, CurrentViewer current, Law law)
{
    private static readonly Dictionary<string, string> s_adjusted = new()
    {
        [IndicatorCodes.LoansAll] = IndicatorCodes.LoansAllCoverageAdjustment,
        [IndicatorCodes.LoansInclusiveMse] = IndicatorCodes.LoansInclusiveMseCoverageAdjustment,
    };

    public async Task<ScopesView> ReadAsync(
        string? code, YearMonth? month, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        List<Indicator> several = [.. law.Indicators.All.Where(each => each.Scopes.Count > 1)];
        Indicator indicator = several.Find(each => each.Code == code) ?? law.Indicators.Find(IndicatorCodes.LoansInclusiveMse)!;
        bool sees = await current.AllowsAsync(Right.CellsRead);
        YearMonth? shown = month ?? await city.LastMonthAsync(asOf, cancellationToken);
        IReadOnlyList<ResolvedFigure> totals = shown is not { } at ? [] : await city.TotalsAsync(
            [.. indicator.Scopes.Select(scope => new FigureRequest(indicator.Code, scope, at))], asOf, cancellationToken);
        string home = Subjects.City(await city.MasterAsync(asOf, cancellationToken)).Code;
        return new ScopesView(
            indicator,
            several,
            shown,
            [
                .. indicator.Scopes.Select(scope => Line(
                    indicator,
                    law.Indicators.FindScope(scope)!,
                    totals.FirstOrDefault(total => total.Request.Scope == scope)) with
                {
                    Address = shown is { } of
                        ? FigureAddress.Figure(indicator.Code, scope, of, new Subject(home), asOf)
                        : null,
                }),
            ],
            sees ? await BridgesAsync(indicator, asOf, cancellationToken) : [],
            sees);
    }

    private ScopeLine Line(Indicator indicator, StatisticalScope scope, ResolvedFigure total) => new(
        scope,
        scope.Replaces is { } earlier ? law.Indicators.FindScope(earlier) : null,
        law.Indicators.Scopes.FirstOrDefault(later => later.Replaces == scope.Code && indicator.Scopes.Contains(later.Code)),
        [
            .. law.Policy.Judged().SelectMany(provision => provision.Readings
                .Where(reading => reading.Indicator == indicator.Code && reading.Scope == scope.Code)
                .Select(reading => new PinnedReading(provision, reading))),
        ],
        total.Number is { } number ? new Quantity(number, indicator.Unit) : null,
        total.Origin,
        total.IsComplete);

    private async Task<IReadOnlyList<BridgeLine>> BridgesAsync(
        Indicator indicator, DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        if (!s_adjusted.TryGetValue(indicator.Code, out string? code))
        {
            return [];
        }

        MasterData master = await city.MasterAsync(asOf, cancellationToken);
        List<BridgeLine> lines = [];
        foreach (Vintage adjustment in await city.ObservationsAsync(new ObservationQuery(code, AsOf: asOf), cancellationToken))
        {
            if (adjustment.Value is { } amount && law.Indicators.FindScope(adjustment.Series.Scope) is { } scope)
            {
                lines.Add(await BridgeAsync(indicator, scope, adjustment, amount, master, asOf, cancellationToken));
            }
        }

        return [.. lines.OrderByDescending(line => line.Month)];
    }

    private async Task<BridgeLine> BridgeAsync(
        Indicator indicator,
        StatisticalScope scope,
        Vintage adjustment,
        Quantity amount,
        MasterData master,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        SeriesKey series = adjustment.Series;
        IReadOnlyList<Vintage> balances = await city.ObservationsAsync(
            new ObservationQuery(
                indicator.Code, scope.Code, series.Bank ?? string.Empty, series.Region,
                adjustment.Month.AddMonths(-1), adjustment.Month, asOf),
            cancellationToken);
        Quantity? after = balances.FirstOrDefault(value => value.Month == adjustment.Month)?.Value;
        Quantity? before = balances.FirstOrDefault(value => value.Month < adjustment.Month)?.Value;
        return new BridgeLine(
            scope,
            adjustment.Month,
            series.Bank is { } bank ? master.FindBank(bank)?.Name ?? new LocalizedText(bank, bank) : null,
            master.FindRegion(series.Region)?.Name ?? new LocalizedText(series.Region, series.Region),
            before,
            amount,
            after is { } end && before is { } start ? end.Minus(start).Minus(amount) : null,
            after)
        {
            Balances = series with { Indicator = indicator.Code },
            CellAddress = FigureAddress.Cell(adjustment.ObservationId),
            AsOf = asOf,
        };
    }
}
