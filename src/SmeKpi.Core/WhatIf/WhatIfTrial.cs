using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.WhatIf;

/// <summary>情景测算: tries a scenario on the figures of a city and computes its targets as ever.</summary>
/// <remarks>
/// Assumptions, all of them ours: the rest of the year is lent by the seasonal profile; inclusive loans keep their growth
/// year on year; months to come grant as much as those of last year at the rate of the month; nothing more is written off.
/// </remarks>
public sealed class WhatIfTrial
{
    private readonly KpiInput _input;
    private readonly Scenario _scenario;
    private readonly YearEnd? _end;
    private readonly Percentage _passThrough;

    private WhatIfTrial(KpiInput input, Scenario scenario, YearEnd? end, Percentage passThrough)
    {
        _input = input;
        _scenario = scenario;
        _end = end;
        _passThrough = passThrough;
    }

    /// <param name="input">The city in a month.</param>
    /// <exception cref="ArgumentException">The subject is not the city.</exception>
    public static WhatIfResult Run(KpiInput input, Scenario scenario)
    {
        if (!input.IsCity)
        {
            throw new ArgumentException("A scenario is tried on the city.", nameof(input));
        }

        List<KpiReading> known = [.. KpiCatalog.Evaluate(input)];
        PassThrough measured = Measure(input, known);
        Percentage passThrough = scenario.PassThrough
            ?? (measured.Share is { Fraction: > 0m } share ? share : Percentage.FromPercent(100m));
        YearEnd? end = input.Month.IsDecember ? null : YearEnd.Of(input, Amount(known), scenario.Path);
        Plan? plan = scenario.Distribution is { } split && end?.Required is { } required
            ? Plan.Of(input, split, required)
            : null;
        return new WhatIfTrial(input, scenario, end, passThrough).Result(known, measured, plan);
    }

    private WhatIfResult Result(List<KpiReading> known, PassThrough measured, Plan? plan)
    {
        FigureOverlay now = new(_input.Figures);
        Change(now, _input.Month);
        FigureBook? ahead = _end is null ? null : Ahead(_end, plan is { AddsUp: true } ? plan : null, isChanged: true);
        return new WhatIfResult
        {
            Month = _input.Month,
            AtMonth = Effects(known, _input with { Figures = now.ToBook() }),
            AtYearEnd = _end is null ? [] :
            [
                .. Effects(
                    [.. KpiCatalog.Evaluate(At(_end, Ahead(_end, plan: null, isChanged: false)))],
                    At(_end, ahead!)).Where(effect => effect.Before.Id != NplGap.Id),
            ],
            Required = _end?.Required,
            Rest = _end?.Rest,
            Measured = measured,
            PassThrough = _passThrough,
            Plan = plan,
            PlanRows = plan is null ? [] : Rows(plan, ahead!),
        };
    }

    private static KpiReading Amount(List<KpiReading> readings) => readings.First(reading => reading.Id == NetNewLoans.Id);

    private static PassThrough Measure(KpiInput input, List<KpiReading> known) =>
        known.FirstOrDefault(reading => reading.Id == CorporateRateDrop.Id) is { } drop
            ? Attribution.PassThrough.Of(
                input, drop.Reading, drop.Actual is { } actual ? BasisPoints.FromBasisPoints(actual.Number) : null)
            : new PassThrough(null, null, null, null);

    private static List<TargetEffect> Effects(IReadOnlyList<KpiReading> before, KpiInput after) =>
        [.. before.Zip(KpiCatalog.Evaluate(after), (first, second) => new TargetEffect(first, second))];

    private KpiInput At(YearEnd end, FigureBook figures) => _input with { Month = end.December, Figures = figures };

    /// <summary>The figures with the months to come.</summary>
    /// <param name="plan">The division that was proposed; null for the even one.</param>
    private FigureBook Ahead(YearEnd end, Plan? plan, bool isChanged)
    {
        FigureOverlay overlay = new(_input.Figures);
        YearEndFill fill = new(_input.Figures, overlay, end, _input.Subject.Region);
        AttributedBy? by = plan is null ? null : _scenario.Distribution?.By;
        fill.Balances(
            by == AttributedBy.Bank ? plan!.Parts : Plan.Even(_input, AttributedBy.Bank, end.Rest).Parts,
            by == AttributedBy.County ? plan!.Parts
                : _scenario.Distribution?.By == AttributedBy.County ? Plan.Even(_input, AttributedBy.County, end.Rest).Parts : null);
        fill.Inclusive();
        fill.Rates(isChanged && _scenario.LprCut is { } cut ? cut.Fraction * _passThrough.Fraction : 0m);
        fill.Flows();
        if (isChanged)
        {
            Change(overlay, end.December);
            FallShort(overlay, end);
        }

        return overlay.ToBook();
    }

    private void FallShort(FigureOverlay overlay, YearEnd end)
    {
        if (_scenario is { ShortBank: { } bank, Shortfall: { } shortfall })
        {
            foreach (YearMonth month in end.Ahead)
            {
                Lend(overlay, month, -shortfall.Yuan * end.ReachedBy(month), bank);
            }
        }
    }

    /// <summary>Coverage and debt swap, from their month on.</summary>
    private void Change(FigureOverlay overlay, YearMonth last)
    {
        string city = _input.Subject.Region;
        if (_scenario.Coverage is { } coverage && (_scenario.CoverageMonth ?? _input.Month) is var entered && entered <= last)
        {
            foreach (YearMonth month in entered.Through(last))
            {
                Lend(overlay, month, coverage.Yuan);
            }

            foreach (string scope in Scopes)
            {
                overlay.Adjust(city, IndicatorCodes.LoansAllCoverageAdjustment, scope, entered, coverage.Yuan);
            }
        }

        if (_scenario.DebtSwap is { } swap && (_scenario.DebtSwapMonth ?? _input.Month) is var repaid && repaid <= last)
        {
            foreach (YearMonth month in repaid.Through(last))
            {
                Lend(overlay, month, -swap.Yuan);
            }

            foreach (string scope in Scopes)
            {
                overlay.Add(city, IndicatorCodes.LoansAllDebtSwapRepaid, scope, repaid, swap.Yuan);
            }
        }
    }

    private void Lend(FigureOverlay overlay, YearMonth month, decimal yuan, string? bank = null)
    {
        foreach (string scope in Scopes)
        {
            overlay.Add(_input.Subject.Region, IndicatorCodes.LoansAll, scope, month, yuan, bank);
        }
    }

    // Loans in RMB are part of those in all currencies: what moves the one moves the other.
    private static IReadOnlyList<string> Scopes { get; } = [ScopeCodes.Rmb, ScopeCodes.RmbFx];

    private List<PlanRow> Rows(Plan plan, FigureBook ahead)
    {
        AttributedBy by = _scenario.Distribution!.By;
        string city = _input.Subject.Region;
        Plan even = Plan.Even(_input, by, plan.Required);
        return
        [
            .. AttributionParts.Of(_input.Figures.Master, city, by, [_input.Month]).Select(part =>
            {
                string code = part.Bank ?? part.Region;
                KpiInput december = _input with { Subject = part, Month = _end!.December, Figures = ahead };
                return new PlanRow(
                    code,
                    Value(_input with { Subject = part }, NetNewLoans.Id),
                    plan.Parts.GetValueOrDefault(code),
                    even.Parts.GetValueOrDefault(code),
                    plan.AddsUp ? Value(december, NetNewLoans.Id) : null,
                    plan.AddsUp ? Value(december, LoanGrowth.Id) : null);
            }),
        ];
    }

    private static Quantity? Value(KpiInput input, string id)
    {
        ReadingDefinition ruling = input.Policy.Provision(id).Readings[0];
        return KpiCatalog.All.First(kpi => kpi.Id == id).Evaluate(input, ruling)?.Actual;
    }
}
