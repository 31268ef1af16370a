using SmeKpi.Core.DataFiles;

namespace SmeKpi.Core.Validation;

/// <summary>校验规则: the rules that every file must pass after it was read, as the catalogue sets them.</summary>
public sealed class RuleBook
{
    private readonly IReadOnlyList<(IRule Rule, RuleEntry Entry)> _rules;

    private RuleBook(IReadOnlyList<RuleEntry> entries)
    {
        Dictionary<string, RuleEntry> byNumber = entries.ToDictionary(entry => entry.Number, StringComparer.Ordinal);
        _rules = [.. RuleList.All.Select(listed => (Make(listed.Make, byNumber[listed.Number]), byNumber[listed.Number]))];
        All = [.. _rules.Select(pair => pair.Rule)];
        foreach (RuleEntry entry in entries.ExceptBy(RuleList.All.Select(listed => listed.Number), entry => entry.Number))
        {
            MustBeFixed(entry);
        }

        Catalog = new RuleCatalog(entries, All);
    }

    /// <summary>The rules in the order in which they are applied.</summary>
    public IReadOnlyList<IRule> All { get; }

    /// <summary>All rules with their words, those that parsers apply among them.</summary>
    public RuleCatalog Catalog { get; }

    /// <param name="directory">The folder with the catalogue, seed-data/rules.</param>
    /// <exception cref="DataFileException">Anything in it is unknown, missing, double or in another form.</exception>
    public static RuleBook Load(string directory) => new(RuleFile.Load(directory));

    /// <summary>Applies all rules to what a parser read.</summary>
    /// <returns>
    /// The findings of the rules in force for the month they speak of, each with its severity in that month, without
    /// those the parser had already; at most 200 that block and 200 that do not, with one that counts the rest.
    /// </returns>
    public IReadOnlyList<Finding> Check(ParsedFile file, CheckContext context)
    {
        FindingList findings = new();
        FindingMonths months = new(file, context);
        foreach ((IRule rule, RuleEntry entry) in _rules)
        {
            if (LooksAt(entry, file))
            {
                foreach (Finding finding in rule.Check(file, context))
                {
                    AddInForce(findings, finding, entry, months);
                }
            }
        }

        return findings.ToList();
    }

    private static bool LooksAt(RuleEntry entry, ParsedFile file) =>
        (entry.Layouts.Count == 0 || entry.Layouts.Contains(file.Layout))
        && (entry.Forms.Count == 0 || file.Forms.Any(form => entry.Forms.Contains(form.Form)));

    private static void AddInForce(FindingList findings, Finding finding, RuleEntry entry, FindingMonths months)
    {
        bool isDated = entry.ValidFrom is not null || entry.ValidTo is not null || entry.SeverityChanges.Count > 0;
        if (!isDated || months.Of(finding) is not { } month)
        {
            findings.Add(finding);
        }
        else if (entry.IsValidIn(month))
        {
            findings.Add(finding with { Severity = entry.SeverityIn(month) });
        }
    }

    private static IRule Make(Func<RuleParameters, IRule> make, RuleEntry entry)
    {
        try
        {
            IRule rule = make(entry.Thresholds);
            entry.Thresholds.MustBeTaken();
            return rule;
        }
        catch (InvalidOperationException error)
        {
            throw entry.Source!.Wrong($"{entry.Number}: {error.Message}");
        }
    }

    // What a parser cannot read is missing, so no date and no other severity could bring it back.
    private static void MustBeFixed(RuleEntry entry)
    {
        if (entry.Source!.Has("parameters") || entry.ValidFrom is not null || entry.ValidTo is not null
            || entry.SeverityChanges.Count > 0)
        {
            throw entry.Source.Wrong($"{entry.Number} is found while reading; it takes no parameters, dates or changes");
        }
    }
}
