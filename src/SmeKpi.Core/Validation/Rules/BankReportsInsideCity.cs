using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>
/// V253: a bank reports for the city and its parts, not for a province or the nation. Each area is reported
/// once.
/// </summary>
public sealed class BankReportsInsideCity : IRule
{
    public string Number => RuleNumbers.BankReportsInsideCity;

    public string Formula => "kind(region) ∈ city, county, zone";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        HashSet<string> reported = new(StringComparer.Ordinal);
        foreach (Figure figure in file.Figures)
        {
            if (figure.Series.Bank is not null
                && context.Master.FindRegion(figure.Series.Region)?.Kind is RegionKind.Nation or RegionKind.Province
                && reported.Add(figure.Series.Region))
            {
                yield return new Finding(Number, figure.Cell, figure.Series.Region, Formula);
            }
        }
    }
}
