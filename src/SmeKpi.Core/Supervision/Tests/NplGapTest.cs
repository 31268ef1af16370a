using SmeKpi.Core.Kpis;

namespace SmeKpi.Core.Supervision.Tests;

/// <summary>不良率容忍度: NPL ratio of inclusive loans minus that of all loans of the bank, as M10.1 rules.</summary>
/// <remarks>Exactly 3.00 points passes; unrounded. Law: yancheng-2025, measure 10.</remarks>
public static class NplGapTest
{
    public const string Id = "npl-gap";

    /// <returns>Percentage points; no value when a figure is missing or a balance is not above zero.</returns>
    public static TestValue Evaluate(BankInput input) => input.ValueOf(NplGap.Id);
}
