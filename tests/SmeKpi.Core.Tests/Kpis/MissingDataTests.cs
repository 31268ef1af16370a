using CsCheck;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Tests.Kpis;

public sealed class MissingDataTests
{
    private static readonly string[] s_banks = ["A", "B"];
    private static readonly string[] s_months = ["2024-06", "2024-12", "2025-06"];

    /// <summary>Two banks with brilliant figures; any gap at all must keep every light off green.</summary>
    [Fact]
    public void Evaluate_AnyPatternOfGaps_IsNeverGreen() => Gen.Bool.Array[s_months.Length * 4]
        .Where(present => present.Contains(false))
        .Sample(
            present =>
            {
                City city = new City().Bank("A").Bank("B");
                int at = 0;
                foreach (string month in s_months)
                {
                    foreach (string bank in s_banks)
                    {
                        Report(city, present[at++], bank, month, IndicatorCodes.LoansAll, ScopeCodes.RmbFx, 1_000m);
                        Report(city, present[at++], bank, month, IndicatorCodes.LoansInclusiveMse, ScopeCodes.Nfra, 10m);
                    }
                }

                bool growthHasGap = Gap(present, 0, 2);
                bool increaseHasGap = Gap(present, 1, 2, allOnly: true);
                return (!growthHasGap || NotGreen(city.Read(InclusiveGrowthGap.Id, "2025-06")))
                    && (!increaseHasGap || NotGreen(city.Read(NetNewLoans.Id, "2025-06")));
            },
            iter: 500);

    private static void Report(
        City city, bool present, string bank, string month, string indicator, string scope, decimal start)
    {
        if (present)
        {
            city.Reported(bank, month, indicator, scope, start * (1 + (5 * Array.IndexOf(s_months, month))));
        }
    }

    private static bool Gap(bool[] present, int first, int second, bool allOnly = false) =>
        new[] { first, second }.Any(month => Enumerable.Range(0, 4)
            .Any(slot => (!allOnly || slot % 2 == 0) && !present[(month * 4) + slot]));

    private static bool NotGreen(KpiReading reading) => reading.Standing == Standing.Incomplete;
}
