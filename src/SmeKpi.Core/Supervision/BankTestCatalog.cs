using SmeKpi.Core.Supervision.Tests;

namespace SmeKpi.Core.Supervision;

/// <summary>The list of tests that every bank goes through each month.</summary>
public static class BankTestCatalog
{
    public static IReadOnlyList<BankTest> All { get; } =
    [
        new(GrowthGapTest.Id, GrowthGapTest.Evaluate),
        new(BorrowerGapTest.Id, BorrowerGapTest.Evaluate),
        new(NplGapTest.Id, NplGapTest.Evaluate),
        new(RateChangeTest.Id, RateChangeTest.Evaluate),
        new(CreditPlanTest.Id, CreditPlanTest.Evaluate),
        new(FilingDisciplineTest.Id, FilingDisciplineTest.Evaluate),
        new(DataQualityTest.Id, DataQualityTest.Evaluate),
    ];

    /// <summary>Every test of one bank and month, judged, in the order of the list.</summary>
    public static IReadOnlyList<BankTestResult> Evaluate(BankInput input) =>
        [.. All.Select(test => TestVerdict.Of(input, input.Rules.Test(test.Id), test.Evaluate(input)))];
}
