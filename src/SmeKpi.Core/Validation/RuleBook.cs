using SmeKpi.Core.Validation.Rules;

namespace SmeKpi.Core.Validation;

/// <summary>校验规则: the rules that every file must pass after it was read.</summary>
public static class RuleBook
{
    public static IReadOnlyList<IRule> All { get; } =
    [
        new RegionIsKnown(),
        new BankIsKnown(),
        new BankIsOpen(),
        new BalanceIsNotNegative(),
        new InclusiveMseWithinAllLoans(),
        new NplWithinBalance(),
        new MagnitudeIsSteady(),
        new PartsAddUp(),
        new ReferencesAreKnown(),
        new ZeroAfterPositive(),
        new LargeRestatement(),
        new RegionsAreKept(),
    ];

    /// <summary>Applies all rules to what a parser read.</summary>
    /// <returns>
    /// The findings of the rules, without those the parser had already; at most 200 that block and 200 that do not,
    /// with one that counts the rest.
    /// </returns>
    public static IReadOnlyList<Finding> Check(ParsedFile file, CheckContext context)
    {
        FindingList findings = new();
        foreach (IRule rule in All)
        {
            foreach (Finding finding in rule.Check(file, context))
            {
                findings.Add(finding);
            }
        }

        return findings.ToList();
    }
}
