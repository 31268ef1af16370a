using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Attribution;

/// <summary>One growth in a target: of which balance, between which months.</summary>
/// <param name="Adjustment">The indicator of the coverage adjustments in the comparable base; null for the plain ratio.</param>
/// <param name="Sign">−1 where the target takes the growth away.</param>
public sealed record GrowthTerm(
    string Indicator, string Scope, YearMonth Base, YearMonth Closing, string? Adjustment, int Sign = 1)
{
    /// <summary>The growths that a reading of M01.1, M01.2 or M01.3 is made of.</summary>
    /// <returns>Null for every other target and for the reading that restores flows, which are no change of a balance.</returns>
    public static IReadOnlyList<GrowthTerm>? Of(PolicyDocument policy, string id, ReadingDefinition reading, YearMonth month)
    {
        YearMonth yearStart = month.EndOfLastYear;
        YearMonth @base = reading.Name == ReadingNames.SinceYearStart ? yearStart : month.AddMonths(-12);
        return id switch
        {
            NetNewLoans.Id when reading.Name != ReadingNames.Adjusted => [AllLoans(reading.Scope, yearStart, month)],
            LoanGrowth.Id when reading.Name == ReadingNames.Plain =>
                [AllLoans(reading.Scope, @base, month) with { Adjustment = null }],
            LoanGrowth.Id => [AllLoans(reading.Scope, @base, month)],
            InclusiveGrowthGap.Id =>
            [
                new(IndicatorCodes.LoansInclusiveMse, reading.Scope, @base, month,
                    IndicatorCodes.LoansInclusiveMseCoverageAdjustment),
                AllLoans(policy.Provision(NetNewLoans.Id).Readings[0].Scope, @base, month) with { Sign = -1 },
            ],
            _ => null,
        };
    }

    private static GrowthTerm AllLoans(string scope, YearMonth @base, YearMonth closing) =>
        new(IndicatorCodes.LoansAll, scope, @base, closing, IndicatorCodes.LoansAllCoverageAdjustment);

    internal FigureRequest[] Requests => [new(Indicator, Scope, Base), new(Indicator, Scope, Closing)];
}
