using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q321: a balance of some size does not change out of proportion within a year (同比).</summary>
public sealed class BalanceIsSteadyOverYear(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");
    private readonly decimal _smallest = parameters.Number("smallest");
    private readonly decimal _youngMonths = parameters.Number("young-months");

    public string Number => RuleNumbers.BalanceIsSteadyOverYear;

    public string Formula => "|balance(m) − balance(m − 12)| ≤ share × balance(m − 12)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Value is { Unit: Unit.Yuan, Number: > 0m } value
                && !IsYoung(figure, context) && Balances.AreLocal(figure, context)
                && known.Before(figure, 12) is > 0m and { } before
                && decimal.Max(value.Number, before) >= _smallest
                && decimal.Abs(value.Number - before) > _share * before)
            {
                yield return new Finding(
                    Number, figure.Cell, $"{value}", $"{Interval.Exact(before)} ± {FigureChecks.Percent(_share)}");
            }
        }
    }

    // A bank that has just opened grows by multiples.
    private bool IsYoung(Figure figure, CheckContext context) =>
        figure.Series.Bank is { } bank && context.Master.FindBank(bank)?.Opened is { } opened
        && figure.Month < opened.AddMonths((int)_youngMonths);
}
