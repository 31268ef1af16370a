namespace SmeKpi.Core.Supervision.Warnings;

/// <summary>The list of early warnings. A rule that warnings.yaml does not name never speaks.</summary>
internal static class WarningCatalog
{
    public static IReadOnlyList<WarningKind> All { get; } =
    [
        new(NplGapNear.Id, NplGapNear.Find),
        new(BalanceFalling.Id, BalanceFalling.Find, IsCounted: true),
        new(BelowPeers.Id, BelowPeers.Find),
        new(LateTwice.Id, LateTwice.Find, IsCounted: true),
        new(RateRising.Id, RateRising.Find),
    ];

    /// <summary>The warnings about one bank, in the order of the file.</summary>
    /// <param name="growthGaps">Of the peers that the bank is compared with.</param>
    public static IReadOnlyList<Warning> Of(
        BankInput input, IReadOnlyList<BankTestResult> results, IReadOnlyList<decimal> growthGaps) =>
    [
        .. from rule in input.Rules.Warnings
        where rule.HoldsIn(input.Month)
        let evidence = All.Single(kind => kind.Id == rule.Id).Find(new WarningInput(input, results, growthGaps, rule))
        where evidence is not null
        select new Warning(rule, input.Code, input.Month, evidence),
    ];
}
