using SmeKpi.Core.Supervision.Tests;

namespace SmeKpi.Core.Supervision.Warnings;

/// <summary>企业贷款利率上升: the rate of the year to date lies above last year's by more basis points than the rule says.</summary>
internal static class RateRising
{
    public const string Id = "rate-rising";

    public static IReadOnlyList<WarningFact>? Find(WarningInput input) =>
        input.Test(RateChangeTest.Id).Value.Value is { } drop && -drop.Number > input.Rule.Limit
            ? [new("drop", drop, input.Bank.Month)]
            : null;
}
