using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Demo;

/// <summary>What a bank reports only for the city as a whole.</summary>
internal static class DemoCityReport
{
    /// <summary>However long a policy bank lends, a little is always due within a year.</summary>
    private const decimal MostLongTerm = 0.985m;

    public static IReadOnlyList<CityFigure> Of(
        DemoBankState state, YearMonth month, decimal cityRate, IReadOnlyList<AreaFigures> areas, DemoRandom random)
    {
        DemoHabits habits = DemoHabits.Of(state.Bank.Type);
        long all = areas.Sum(area => area.All);
        long nfra = areas.Sum(area => area.Nfra);
        long mse = nfra + Part(all - nfra, 0.22m, "mse");
        long borrowers = nfra == 0 ? 0 : Math.Max(1, (long)(nfra / 100m / habits.LoanSize));
        long due = Part(mse, 0.07m * DemoPaths.Granting(month), "due");
        Accumulate(state, month, cityRate, nfra, borrowers);
        long longTerm = Math.Min(Part(all, habits.MediumLongTerm, "mlt"), (long)(all * MostLongTerm));
        return
        [
            new("deposits.all.balance", ScopeCodes.RmbFx, areas.Sum(area => area.Deposits)),
            new("loans.mse.balance", ScopeCodes.RmbFx, mse),
            new("loans.inclusive_mse.borrowers", ScopeCodes.Nfra, borrowers, IsCount: true),
            new("loans.inclusive_mse.granted_ytd", ScopeCodes.Nfra, state.GrantedYtd),
            new("loans.inclusive_mse.interest_ytd", ScopeCodes.Nfra, state.InterestYtd),
            new("loans.credit.balance", ScopeCodes.RmbFx, Part(all, habits.Credit, "credit")),
            new("loans.medium_long_term.balance", ScopeCodes.RmbFx, longTerm),
            new("loans.manufacturing_mlt.balance", ScopeCodes.RmbFx, Part(longTerm, 0.19m, "manufacturing")),
            new("loans.green.balance", ScopeCodes.RmbFx, Part(all, 0.16m, "green")),
            new("loans.agriculture.balance", ScopeCodes.RmbFx, Part(all, 0.24m, "agriculture")),
            new("loans.first_time.borrowers_ytd", ScopeCodes.None, state.FirstBorrowersYtd, IsCount: true),
            new("loans.first_time.granted_ytd", ScopeCodes.None, state.FirstGrantedYtd),
            new("loans.renewed_without_repayment", ScopeCodes.None, Part(due, 0.42m, "renewed")),
            new("loans.mse.due", ScopeCodes.None, due),
        ];

        long Part(long whole, decimal share, string what) => (long)(whole * share
            * (1m + random.Spread(0.15m, what, state.Bank.Code)
            + random.Spread(0.01m, what, state.Bank.Code, month.Number)));
    }

    private static void Accumulate(
        DemoBankState state, YearMonth month, decimal cityRate, long inclusive, long borrowers)
    {
        // The first month is a December: its eleven predecessors are taken to be like it.
        int times = month == DemoOptions.FirstMonth ? 12 : 1;
        decimal season = DemoPaths.Granting(month);
        long granted = (long)(inclusive * 0.085m * season) * times;
        long first = (long)Math.Ceiling(borrowers * 0.004m * season) * times;
        state.GrantedYtd += granted;
        state.InterestYtd += (long)(granted * (cityRate + 75m + (state.Bank.Rate * 0.8m)) / 10_000m);
        state.FirstBorrowersYtd += first;
        state.FirstGrantedYtd += (long)(first * 100m * DemoHabits.Of(state.Bank.Type).LoanSize * 0.8m);
    }
}
