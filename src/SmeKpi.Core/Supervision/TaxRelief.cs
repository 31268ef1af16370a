using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Supervision.Scorecards;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Supervision;

/// <summary>免税指标: whether a bank may use the exemption at all, and what its rates look like beside the ceiling.</summary>
/// <param name="IsLocal">A legal person seated in the city: branches are judged with their head office.</param>
/// <param name="GoalMet">Whether the bank met its growth goal (or plan) of the previous year; null when it cannot be said.</param>
/// <param name="Lpr">One year, at the end of the month; null when it is not known.</param>
/// <param name="AverageRate">Of inclusive loans granted this year, for information: the exemption looks at each loan.</param>
/// <remarks>Source: announcement 16 of 2023 of 财政部 and 税务总局; domain.md §3.6.</remarks>
public sealed record TaxRelief(
    TaxReliefRule Rule, YearMonth Month, bool IsLocal, bool? GoalMet, Percentage? Lpr, Percentage? AverageRate)
{
    /// <summary>Whether the announcement holds in the month.</summary>
    public bool IsInForce => Rule.From <= Month && Month <= Rule.Until;

    /// <summary>Whether the bank may use the exemption; null when it cannot be said.</summary>
    public bool? Qualifies => !IsInForce || !IsLocal || GoalMet == false ? false : GoalMet;

    /// <summary>Whether a figure of this year or the last, or the decision on the last, is made up.</summary>
    public bool Synthetic { get; init; }

    /// <summary>The highest rate of a loan whose interest is wholly exempt; null while the LPR is not known.</summary>
    public Percentage? Ceiling => Lpr is { } rate ? Percentage.FromFraction(rate.Fraction * Rule.Ceiling) : null;

    /// <summary>Whether the average rate lies at or below the ceiling; null when either is not known.</summary>
    public bool? AverageIsBelow => AverageRate is { } rate && Ceiling is { } most ? rate <= most : null;

    public static TaxRelief Of(BankInput input)
    {
        TaxReliefRule rule = input.Rules.TaxRelief;
        FigureBook figures = input.Figures.Figures;
        GrowthYear before = GrowthYear.Of(input.In(input.Month.EndOfLastYear));
        KnownValue? lpr = figures.Statistics.Find(
            new SeriesKey(rule.LprIndicator, ScopeCodes.None, null, rule.LprRegion), input.Month);
        ResolvedFigure interest = input.Figure(IndicatorCodes.LoansInclusiveMseInterest, input.Month);
        ResolvedFigure granted = input.Figure(IndicatorCodes.LoansInclusiveMseGranted, input.Month);
        return new TaxRelief(
            rule,
            input.Month,
            figures.Master.FindBank(input.Code)?.LocallyIncorporated ?? false,
            before.Mode switch
            {
                AssessmentMode.Differentiated => before.PlanMet,
                AssessmentMode.Exempt => null,
                _ => before.GoalMet,
            },
            lpr?.Value is { } percent ? Percentage.FromPercent(percent.Number) : null,
            interest.Number is { } paid && granted.Number is { } lent ? Money.FromYuan(paid).ShareOf(Money.FromYuan(lent)) : null)
        {
            Synthetic = before.Synthetic || lpr?.Synthetic == true || interest.Synthetic || granted.Synthetic,
        };
    }
}
