using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V210: figures belong to areas of the region master. Each unknown code is reported once.</summary>
public sealed class RegionIsKnown : IRule
{
    public string Number => RuleNumbers.UnknownRegion;

    public string Formula => "region_code ∈ regions";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        HashSet<string> reported = new(StringComparer.Ordinal);
        foreach (Figure figure in file.Figures)
        {
            string code = figure.Series.Region;
            if (context.Master.FindRegion(code) is null && reported.Add(code))
            {
                yield return new Finding(Number, figure.Cell, code, Formula);
            }
        }
    }
}
