using SmeKpi.Core.Dashboards;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Units;
using SmeKpi.Web.Digests;

namespace SmeKpi.Web.Readers;

/// <summary>Overview: the five targets on one page.</summary>
public sealed class OverviewReader(ViewSource source)
{
    // The two targets that speak of the same loans: an amount and a growth rate.
    private const string ByAmount = "M01.1";
    private const string ByGrowth = "M01.2";

    public async Task<OverviewView> ReadAsync(ViewQuery query, CancellationToken cancellationToken)
    {
        ViewData data = await source.ReadAsync(query, true, cancellationToken);
        return From(data, query, await source.DigestFactsAsync(data, query, cancellationToken));
    }

    /// <summary>For a screen on the wall: no rows of banks are read, because others see it than who signed in.</summary>
    public async Task<OverviewView> ReadForWallAsync(ViewQuery query, CancellationToken cancellationToken) =>
        From(await source.AreasAsync(query, cancellationToken), query);

    /// <summary>A page of one's own, from the same targets.</summary>
    public async Task<OverviewView> ReadBoardAsync(
        DashboardDefinition board, ViewQuery query, CancellationToken cancellationToken)
    {
        ViewData data = await source.ReadAsync(query, true, cancellationToken);
        return From(data, query, await source.DigestFactsAsync(data, query, cancellationToken), board);
    }

    /// <param name="board">Where the panels stand; null for the overview.</param>
    public static OverviewView From(
        ViewData data, ViewQuery query, DigestFacts? facts = null, DashboardDefinition? board = null)
    {
        IReadOnlyList<TargetView> targets = [.. data.Policy.Judged().Select(provision => TargetReader.Target(data, provision))];
        return new OverviewView(
            PeriodMapping.Period(data, query),
            new BoardView(
                board ?? data.Dashboards.First(dashboard => dashboard.Page == PageKind.Overview),
                targets,
                data.Policy.Provisions,
                query.ToAddress())
            {
                Binding = Binding(data, targets),
                Digest = DigestMapping.Of(data, targets, facts ?? new DigestFacts(), query),
                Promises = data.Promises?.Beside(data.BankRows),
            });
    }

    private static BindingView Binding(ViewData data, IReadOnlyList<TargetView> targets)
    {
        KpiReading? amount = targets.FirstOrDefault(target => target.Id == ByAmount)?.Ruling;
        KpiReading? growth = targets.FirstOrDefault(target => target.Id == ByGrowth)?.Ruling;
        string? binding = amount?.BindingTarget ?? growth?.BindingTarget;
        Quantity? byGrowth = data.OpeningBalance is { } opening && growth?.Target is { } rate
            ? Percentage.FromPercent(rate.Number).Of(opening.ToMoney()).ToQuantity()
            : binding == ByGrowth ? amount?.RequiredIncrement : null;
        ReadingDefinition ruling = data.Policy.Provision(ByAmount).Readings.First(reading => reading.IsRuling);
        return new BindingView(binding, amount?.RequiredIncrement, amount?.Target, byGrowth, data.OpeningBalance)
        {
            OpeningAddress = data.OpeningBalance is null ? null : FigureAddress.Figure(
                ruling.Indicator, ruling.Scope, data.Month.EndOfLastYear, new Subject(data.Region), data.AsOf),
        };
    }
}
