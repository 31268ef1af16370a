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
        FigureIndex balances = new(file, [.. s_balanceOf.Values]);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { } npl
                && s_balanceOf.TryGetValue(figure.Series.Indicator, out string? indicator)
                && balances.Value(figure.Series with { Indicator = indicator }, figure.Month) is { } balance
                && npl.Number > balance.Number)
            {
                yield return new Finding(Number, figure.Cell, $"{npl}", $"≤ {balance}");
            }
        }
    }
}
