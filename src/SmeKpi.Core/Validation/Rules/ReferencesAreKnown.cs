using SmeKpi.Core.Statistics;

namespace SmeKpi.Core.Validation.Rules;

/// <summary>V222: a bank's successor and an area's parent are in the same file or already known, and not itself.</summary>
public sealed class ReferencesAreKnown : IRule
{
    public string Number => RuleNumbers.UnknownReference;

    public string Formula => "successor ∈ banks, parent ∈ regions";

    public IEnumerable<Finding> Check(ParsedFile file, CheckContext context)
    {
        HashSet<string> banks = [.. file.Banks.Select(bank => bank.Code)];
        foreach (Bank bank in file.Banks)
        {
            if (bank.Successor is { } successor
                && (successor == bank.Code || (!banks.Contains(successor) && context.Master.FindBank(successor) is null)))
            {
                yield return new Finding(Number, Cell: null, $"{bank.Code} → {successor}", Formula);
            }
        }

        HashSet<string> regions = [.. file.Regions.Select(region => region.Code)];
        foreach (Region region in file.Regions)
        {
            if (region.Parent is { } parent
                && (parent == region.Code || (!regions.Contains(parent) && context.Master.FindRegion(parent) is null)))
            {
                yield return new Finding(Number, Cell: null, $"{region.Code} → {parent}", Formula);
            }
        }
    }
}
