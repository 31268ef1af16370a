using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.WhatIf;

/// <summary>Who takes on how much of what the law still requires (剩余任务分解).</summary>
/// <param name="Required">What is to be divided.</param>
/// <param name="Given">What the parts given add up to; the requirement itself where none were given.</param>
/// <param name="Parts">By code; nothing for those that were not named.</param>
public sealed record Plan(Money Required, Money Given, IReadOnlyDictionary<string, Money> Parts)
{
    /// <summary>Half of the last digit in which amounts are written, 0.01 亿元.</summary>
    private const decimal Rounding = 500_000m;

    /// <summary>Half a hundredth of a percent.</summary>
    private const decimal ShareRounding = 0.005m;

    /// <summary>Given − required: what is too much (+) or too little (−).</summary>
    public Money Difference => Given - Required;

    /// <summary>Whether the parts add up to the requirement, to the digit in which they are written.</summary>
    public required bool AddsUp { get; init; }

    /// <summary>The division that was given, or by the balances of the month where none was.</summary>
    internal static Plan Of(KpiInput input, Distribution distribution, Money required)
    {
        if (distribution is { Parts: null, Shares: null })
        {
            return Even(input, distribution.By, required);
        }

        if (distribution.Shares is { } shares)
        {
            decimal sum = shares.Values.Sum();
            return new Plan(
                required,
                Percentage.FromPercent(sum).Of(required),
                shares.ToDictionary(part => part.Key, part => Percentage.FromPercent(part.Value).Of(required)))
            {
                AddsUp = Math.Abs(sum - 100m) <= ShareRounding,
            };
        }

        Money given = Money.FromYuan(distribution.Parts!.Values.Sum(part => part.Yuan));
        return new Plan(required, given, distribution.Parts)
        {
            AddsUp = Math.Abs(given.Yuan - required.Yuan) <= Rounding,
        };
    }

    /// <summary>Everybody by their share of the loans of the month.</summary>
    internal static Plan Even(KpiInput input, AttributedBy by, Money required) => new(
        required,
        required,
        ByBalance(input.Figures, AttributionParts.Of(input.Figures.Master, input.Subject.Region, by, [input.Month]), required, input.Month))
    {
        AddsUp = true,
    };

    /// <returns>Nothing for those without a balance; empty when nobody has one.</returns>
    internal static Dictionary<string, Money> ByBalance(
        FigureBook figures, IReadOnlyList<Subject> parts, Money rest, YearMonth month)
    {
        List<(string Code, decimal Yuan)> balances =
        [
            .. parts.Select(part => (
                    Code: part.Bank ?? part.Region,
                    figures.Resolve(part, new FigureRequest(IndicatorCodes.LoansAll, ScopeCodes.RmbFx, month))[0].Number))
                .Where(part => part.Number is > 0m)
                .Select(part => (part.Code, part.Number!.Value)),
        ];
        decimal all = balances.Sum(part => part.Yuan);
        return balances.ToDictionary(part => part.Code, part => Money.FromYuan(rest.Yuan * part.Yuan / all));
    }
}
