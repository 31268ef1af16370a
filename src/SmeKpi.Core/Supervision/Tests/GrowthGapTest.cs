using SmeKpi.Core.Kpis;

namespace SmeKpi.Core.Supervision.Tests;

/// <summary>普惠增速不低于各项贷款: growth of inclusive loans minus growth of all loans of the bank, as M01.3 rules.</summary>
/// <remarks>In the years of the policy the verdict is that of M01.3. Law: 银监办发〔2018〕29号, yancheng-2025 measure 1.</remarks>
public static class GrowthGapTest
{
    public const string Id = "growth-gap";

    /// <returns>Percentage points; no value when either growth has none.</returns>
    public static TestValue Evaluate(BankInput input) => input.ValueOf(InclusiveGrowthGap.Id);
}
