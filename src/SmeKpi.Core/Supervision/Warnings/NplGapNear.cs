using SmeKpi.Core.Supervision.Tests;

namespace SmeKpi.Core.Supervision.Warnings;

/// <summary>不良率差接近容忍度: inside the tolerance, but by no more than the points of the rule. Beyond it the test itself fails.</summary>
internal static class NplGapNear
{
    public const string Id = "npl-gap-near";

    public static IReadOnlyList<WarningFact>? Find(WarningInput input) =>
        input.Test(NplGapTest.Id) is { IsPassed: true, Value.Value: { } gap, Threshold: { } most }
            && most.Number - gap.Number <= input.Rule.Limit
            ? [new("value", gap, input.Bank.Month), new("limit", most, null)]
            : null;
}
