using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V217: in the national table every total is the sum of its rows, in every month.</summary>
/// <remarks>
/// Published values are rounded to 0.01 亿元, each by at most 0.005. A total and n parts may therefore differ by
/// (n + 1) × 0.005 亿元 and no more; all six tables of 2018 to 2025 in seed-data hold this bound.
/// </remarks>
public sealed class PartsAddUp(RuleParameters parameters) : IRule
{
    private readonly decimal _step = parameters.Number("step");

    public string Number => RuleNumbers.PartsAddUp;

    public string Formula => "|total − Σ parts| ≤ (n + 1) × step ÷ 2";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        if (file.Layout != LayoutNames.PbocCreditFunds)
        {
            yield break;
        }

        ILookup<YearMonth, Figure> months = file.Figures.ToLookup(figure => figure.Month);
        foreach (IGrouping<YearMonth, Figure> month in months)
        {
            Dictionary<string, Figure> rows = month.ToDictionary(figure => figure.Series.Indicator, StringComparer.Ordinal);
            foreach ((string whole, IReadOnlyList<string> parts) in CreditFundsSums.All)
            {
                if (rows.TryGetValue(whole, out Figure? total) && Difference(rows, total, parts) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    // A sum with an unpublished row cannot be checked.
    private Finding? Difference(Dictionary<string, Figure> rows, Figure total, IReadOnlyList<string> parts)
    {
        List<Quantity?> values = [.. parts.Select(part => rows.GetValueOrDefault(part)?.Value)];
        if (total.Value is not { } whole || values.Any(value => value is null))
        {
            return null;
        }

        Interval sum = Interval.Sum(values.Select(value => Interval.Shown(value!.Value.Number, _step)));
        return sum.CanEqual(Interval.Shown(whole.Number, _step))
            ? null
            : new Finding(Number, total.Cell, $"{whole}", $"{sum}");
    }
}
