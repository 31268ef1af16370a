using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Forecasts.Targets;

/// <summary>The balances that the ruling readings rest on.</summary>
internal static class Balances
{
    public static Balance All(KpiInput input) => new(
        IndicatorCodes.LoansAll, NetNewLoans.RulingScope(input), IndicatorCodes.LoansAllCoverageAdjustment);

    public static Balance AllNpl(KpiInput input) => new(
        IndicatorCodes.LoansAllNpl, NetNewLoans.RulingScope(input), Adjustment: null);

    /// <param name="id">The target whose ruling reading names the scope.</param>
    public static Balance Inclusive(KpiInput input, string id) => new(
        IndicatorCodes.LoansInclusiveMse, RulingScope(input, id), IndicatorCodes.LoansInclusiveMseCoverageAdjustment);

    public static Balance InclusiveNpl(KpiInput input, string id) => new(
        IndicatorCodes.LoansInclusiveMseNpl, RulingScope(input, id), Adjustment: null);

    private static string RulingScope(KpiInput input, string id) => input.Policy.Provision(id).Readings[0].Scope;
}
