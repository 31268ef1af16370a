using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V212: a bank reports from the month it opened up to the month it closed. Each month is reported once.</summary>
/// <remarks>A last row for the month of closing, usually zero, is how banks take their leave, so it is accepted.</remarks>
public sealed class BankIsOpen : IRule
{
    public string Number => RuleNumbers.BankNotOpen;

    public string Formula => "opened ≤ month ≤ closed";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        HashSet<(string, YearMonth)> reported = [];
        foreach (Figure figure in file.Figures)
        {
            if (figure.Series.Bank is { } code && context.Master.FindBank(code) is { } bank
                && (figure.Month < bank.Opened || figure.Month > bank.Closed) && reported.Add((code, figure.Month)))
            {
                yield return new Finding(
                    Number, figure.Cell, $"{code} {figure.Month}", $"{bank.Opened} ≤ {figure.Month} ≤ {bank.Closed}");
            }
        }
    }
}
