using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V211: figures of a bank belong to a bank of the bank master. Each unknown code is reported once.</summary>
public sealed class BankIsKnown : IRule
{
    public string Number => RuleNumbers.UnknownBank;

    public string Formula => "bank_code ∈ banks";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        HashSet<string> reported = new(StringComparer.Ordinal);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Series.Bank is { } code && context.Master.FindBank(code) is null && reported.Add(code))
            {
                yield return new Finding(Number, figure.Cell, code, Formula);
            }
        }
    }
}
