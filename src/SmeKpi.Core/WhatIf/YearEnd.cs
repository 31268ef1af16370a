using SmeKpi.Core.Kpis;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.WhatIf;

/// <summary>What is assumed of the rest of the year: how much the city still lends, and how much of it by each month.</summary>
/// <param name="December">The last month filled.</param>
/// <param name="Rest">The increment of the months to come.</param>
/// <param name="Required">What the law still requires, not below zero; null without a target or an opening balance.</param>
internal sealed record YearEnd(YearMonth Month, YearMonth December, Money Rest, Money? Required, IReadOnlyList<decimal>? Shares)
{
    public IEnumerable<YearMonth> Ahead => Month.AddMonths(1).Through(December);

    /// <returns>Null when the increment so far is unknown, or nothing is required and a plan was asked for.</returns>
    public static YearEnd? Of(KpiInput input, KpiReading amount, YearEndPath path)
    {
        YearMonth december = new(input.Month.Year, 12);
        IReadOnlyList<decimal>? shares = SeasonalShares.Of(input);
        if (amount.Actual is not { } done)
        {
            return null;
        }

        Money? required = amount.RequiredIncrement is { } all ? Money.FromYuan(Math.Max(0m, all.Number - done.Number)) : null;
        Money? rest = path == YearEndPath.Plan ? required : Carried(done, input.Month.Month, shares);
        return rest is { } lent ? new YearEnd(input.Month, december, lent, required, shares) : null;
    }

    /// <summary>The part of the rest that is reached by a month: seasonal where there is a profile, else the same each month.</summary>
    public decimal ReachedBy(YearMonth month)
    {
        int gone = Month.Month;
        return Shares is { } shares && shares[gone - 1] < 1m
            ? (shares[month.Month - 1] - shares[gone - 1]) / (1m - shares[gone - 1])
            : (month.Month - gone) / (12m - gone);
    }

    private static Money Carried(Quantity done, int gone, IReadOnlyList<decimal>? shares)
    {
        decimal share = shares is { } profile && profile[gone - 1] > 0m ? profile[gone - 1] : gone / 12m;
        return Money.FromYuan(done.Number * (1m - share) / share);
    }
}
