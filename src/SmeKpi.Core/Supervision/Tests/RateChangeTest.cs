using SmeKpi.Core.Kpis;

namespace SmeKpi.Core.Supervision.Tests;

/// <summary>企业贷款利率降幅: the bank's weighted corporate rate of last year minus that of this year to date, as M08.1 rules.</summary>
/// <remarks>Judged only where tests.yaml names a threshold: the 30 BP of M08.1 bind the city and no single bank.</remarks>
public static class RateChangeTest
{
    public const string Id = "rate-change";

    /// <returns>Basis points, positive when the rate fell; no value when a month is missing or nothing was granted.</returns>
    public static TestValue Evaluate(BankInput input) => input.ValueOf(CorporateRateDrop.Id);
}
