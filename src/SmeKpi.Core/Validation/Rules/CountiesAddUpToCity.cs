using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>M404: what is published by county and zone adds up to what is published for the city.</summary>
public sealed class CountiesAddUpToCity(RuleParameters parameters) : IRule
{
    private readonly decimal _share = parameters.Number("share");

    public string Number => RuleNumbers.CountiesAddUpToCity;

    public string Formula => "Σ counties and zones = city";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        FileTotals totals = new(file, context);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Series.Bank is null && figure.Shown is { } city && Adds(figure, context)
                && totals.OfParts(figure.Series, figure.Month) is { } sum
                && decimal.Max(city.Low - sum.High, sum.Low - city.High)
                    > _share * decimal.Abs(figure.Value!.Value.Number))
            {
                yield return new Finding(Number, figure.Cell, $"{figure.Value}", $"Σ = {sum}");
            }
        }
    }

    // Borrowers of several counties may be the same, and rates do not add up.
    private static bool Adds(Figure figure, CheckContext context) =>
        context.Indicators.GetValueOrDefault(figure.Series.Indicator)?.Unit == Unit.Yuan;
}
