using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V215: non-performing loans (不良贷款) are part of the balance of the same series.</summary>
public sealed class NplWithinBalance : IRule
{
    private static readonly Dictionary<string, string> s_balanceOf = new(StringComparer.Ordinal)
    {
        [IndicatorCodes.LoansAllNpl] = IndicatorCodes.LoansAll,
        [IndicatorCodes.LoansInclusiveMseNpl] = IndicatorCodes.LoansInclusiveMse,
    };

    public string Number => RuleNumbers.NplWithinBalance;

    public string Formula => "npl ≤ balance";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        CompanionValues balances = new(file, npl => npl with { Indicator = s_balanceOf[npl.Indicator] });
        foreach (Figure figure in file.Figures)
        {
            if (figure.Shown is { } npl
                && s_balanceOf.ContainsKey(figure.Series.Indicator)
                && balances.Beside(figure) is { } balance
                && !npl.CanBeAtMost(balance.Shown!.Value))
            {
                yield return new Finding(Number, figure.Cell, $"{figure.Value}", $"≤ {balance.Value}");
            }
        }
    }
}
