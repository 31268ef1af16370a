using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Figures;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>Q341: a flow of the month is not the sum since 1 January (累计数误报为当月数).</summary>
public sealed class MonthFlowIsNotCumulative(RuleParameters parameters) : IRule
{
    private static readonly (string Code, string Scope)[] s_flows =
    [
        ReportedSeries.CorporateGranted, ReportedSeries.CorporateInterest, ReportedSeries.Renewed, ReportedSeries.Due,
    ];

    private readonly decimal _months = parameters.Number("months");
    private readonly decimal _smallest = parameters.Number("smallest");

    public string Number => RuleNumbers.MonthFlowIsNotCumulative;

    public string Formula => "flow(m) < flow(1) + … + flow(m − 1)";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        KnownValues known = new(file, context);
        foreach (Figure figure in s_flows.SelectMany(flow => FigureChecks.Of(file, flow)))
        {
            if (figure.Value is { } value && figure.Month.Month > _months && SumBefore(figure, known) is { } sum
                && sum >= _smallest && value.Number >= sum)
            {
                yield return new Finding(Number, figure.Cell, $"{value}", $"< {Interval.Exact(sum)}");
            }
        }
    }

    private static decimal? SumBefore(Figure figure, KnownValues known)
    {
        decimal? sum = 0m;
        for (int back = 1; back < figure.Month.Month; back++)
        {
            sum += known.Before(figure, back);
        }

        return sum;
    }
}
