using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>A bank's figures in one area, drawn from its loans there.</summary>
internal sealed class DemoAreaReport(DemoBankState state, YearMonth month, decimal cityRate, DemoRandom random)
{
    // Whole 10 万元, so that ratios in thousandths come out exactly.
    private const long PinnedStep = 1000;

    private readonly DemoBank _bank = state.Bank;
    private readonly DemoHabits _habits = DemoHabits.Of(state.Bank.Type);
    private readonly int _elapsed = DemoPaths.MonthsBetween(DemoOptions.FirstMonth, month);

    private bool IsPinned => _bank.Code is DemoEvents.ExactGapBank or DemoEvents.JustAboveBank;

    public AreaFigures Of(int area, decimal loans)
    {
        string code = DemoAreas.All[area].Code;
        long lent = Whole(loans);
        long inclusive = Whole(loans * state.Inclusive(area) * (1m + Monthly(0.003m, "inclusive")));
        DemoAdjustment adjusted = Adjusted(code, lent);
        long all = lent + (long)adjusted.All;
        long nfra = inclusive + (long)adjusted.Nfra;
        (long allNpl, long nfraNpl) = IsPinned ? PinnedNpl(area, all, nfra) : Npl(code, all, nfra);
        decimal granting = _habits.Granting * DemoPaths.Granting(month);
        long granted = Round(loans * granting * (1m + Monthly(0.1m, "grant" + code)));
        long deposits = Deposits(code, loans);
        return new AreaFigures
        {
            All = all,
            AllRmb = all - Round(lent * Math.Min(1m, _bank.ForeignCurrency / 1000m * (1m + Monthly(0.05m, "fx")))),
            AllNpl = allNpl,
            Nfra = nfra,
            Pboc = Round(inclusive * (0.965m + (0.0003m * Math.Min(_elapsed, 60)) + Local(0.01m, "pboc", code)))
                + (long)adjusted.Pboc,
            NfraNpl = nfraNpl,
            Granted = granted,
            Interest = Round(granted * (cityRate + _bank.Rate + Monthly(6m, "rate" + code)) / 10_000m),
            WrittenOff = WrittenOff(code, loans),
            Transferred = Transferred(code, loans),
            DebtSwapRepaid = DebtSwapRepaid(code, loans),
            Deposits = deposits,
            DepositsRmb = deposits - Round(deposits * _bank.ForeignCurrency / 2000m),
        };
    }

    private long Whole(decimal amount) => IsPinned ? Round(amount) / PinnedStep * PinnedStep : Round(amount);

    private DemoAdjustment Adjusted(string area, long lent)
    {
        var sum = new DemoAdjustment(_bank.Code, area, month, 0m, 0m, 0m);
        return DemoEvents.AdjustmentsOf(_bank, area).Where(one => one.Month <= month && lent > 0).Aggregate(
            sum,
            (total, one) => total with
            {
                All = total.All + one.All, Nfra = total.Nfra + one.Nfra, Pboc = total.Pboc + one.Pboc,
            });
    }

    private (long All, long Nfra) PinnedNpl(int area, long all, long nfra)
    {
        bool steps = _bank.Code == DemoEvents.ExactGapBank;
        decimal ratio = _bank.Npl + (steps ? (_elapsed / 3 % 3) - 1 : 0);
        bool first = all > 0 && _bank.Areas.Take(area).All(weight => weight == 0m);
        long more = !steps && first ? 1 : 0;
        return ((long)(all * ratio / 1000m), (long)(nfra * (ratio + _bank.Gap) / 1000m) + more);
    }

    private (long All, long Nfra) Npl(string code, long all, long nfra)
    {
        decimal swing = 1m + Monthly(0.02m, "npl") + Local(0.10m, "npl", code);
        long allNpl = Round(all * _bank.Npl / 1000m * swing);
        return (allNpl, Math.Min(allNpl, Round(nfra * (_bank.Npl + _bank.Gap) / 1000m * swing)));
    }

    private long Deposits(string code, decimal loans)
    {
        decimal fading = Math.Max(0.75m, 1.10m - (0.003m * _elapsed)) + (month.Month % 3 == 0 ? 0.012m : 0m);
        return Round(loans * _habits.Deposits * fading * (1m + Local(0.12m, "deposits", code)));
    }

    private long WrittenOff(string code, decimal loans)
    {
        decimal season = month.Month % 3 == 0 ? 2.2m : 0.4m;
        return Round(loans * _habits.WriteOff / 12m * season * (1m + Monthly(0.5m, "off" + code)));
    }

    private long Transferred(string code, decimal loans) => month.Month % 3 == 0
        ? Round(loans * _habits.WriteOff / 20m * (1m + Monthly(0.6m, "transfer" + code)))
        : 0;

    private long DebtSwapRepaid(string code, decimal loans) => _habits.SwapsDebt && DemoEvents.DebtIsSwapped(month)
        ? Round(loans * 0.0006m * (1m + Monthly(0.8m, "swap" + code)))
        : 0;

    private decimal Monthly(decimal width, string what) => random.Spread(width, what, _bank.Code, month.Number);

    private decimal Local(decimal width, string what, string area) => random.Spread(width, what + area, _bank.Code);

    private static long Round(decimal amount) => (long)Math.Round(amount, MidpointRounding.ToEven);
}
