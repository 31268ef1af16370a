using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision.Warnings;

/// <summary>普惠余额连续下降: the inclusive balance fell in each of the last months, as many as the rule says.</summary>
/// <remarks>As reported, with merged banks in the base; a month without a balance, and a coverage adjustment, end the run.</remarks>
internal static class BalanceFalling
{
    public const string Id = "balance-falling";

    public static IReadOnlyList<WarningFact>? Find(WarningInput input)
    {
        int months = (int)input.Rule.Limit;
        YearMonth first = input.Bank.Month.AddMonths(-months);
        List<(YearMonth Month, decimal? Number)> balances =
        [
            .. first.Through(input.Bank.Month)
                .Select(month => (month, input.Bank.Figure(IndicatorCodes.LoansInclusiveMse, month).Number)),
        ];
        bool falls = months > 0 && balances.Zip(balances.Skip(1)).All(pair => pair.Second.Number < pair.First.Number);
        return falls && !IsAdjusted(input, first)
            ? [.. balances.Zip(balances.Skip(1)).Select(pair => WarningInput.Fact(
                "change", pair.Second.Number!.Value - pair.First.Number!.Value, Unit.Yuan, pair.Second.Month))]
            : null;
    }

    private static bool IsAdjusted(WarningInput input, YearMonth after) => input.Bank.Figures.Figures.Adjustments(
        input.Bank.Figures.Subject,
        Kpis.Origin.Banks,
        IndicatorCodes.LoansInclusiveMseCoverageAdjustment,
        ScopeCodes.Nfra,
        after,
        input.Bank.Month).Any(figure => figure.Number != 0m);
}
