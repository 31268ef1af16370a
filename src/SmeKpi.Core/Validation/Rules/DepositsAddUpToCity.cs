using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// M402: deposits of all banks add up to the city total that the PBoC branch publishes, with a named bridge.
/// </summary>
public sealed class DepositsAddUpToCity(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.DepositsAddUpToCity;

    public string Formula => "|city − Σ banks| ≤ share × city, before or after the coverage adjustment";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        BankCity city = new(file, context);
        foreach ((SeriesKey total, YearMonth month, decimal value, SourceCell? cell)
            in city.Totals("deposits.all.balance"))
        {
            if (city.SumOfBanks(total, month) is { } banks && decimal.Abs(value - banks) > _share * value)
            {
                yield return new Finding(
                    Number, cell, $"{total.Region} {total.Scope} {month}: {Interval.Exact(value)}",
                    $"{Interval.Exact(banks)} ± {FigureChecks.Percent(_share)}");
            }
        }
    }
}
