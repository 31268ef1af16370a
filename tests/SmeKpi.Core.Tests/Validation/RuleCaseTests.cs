using System.Globalization;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Tests.Validation;

public sealed class RuleCaseTests
{
    public static TheoryData<RuleCase> Cases { get; } = [.. RuleCase.All];

    public static TheoryData<string> Rules { get; } = [.. Check.Book.All.Select(rule => rule.Number)];

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Check_Case_IsJudgedAsWritten(RuleCase written)
    {
        IRule rule = Check.Book.All.Single(rule => rule.Number == written.Rule);
        CaseFile file = new(written.Text);

        List<Finding> findings = [.. rule.Check(file.File, file.Context)];

        Assert.All(findings, finding => Assert.Equal(written.Rule, finding.Rule));
        Assert.Equal(written.Holds, findings.Count == 0);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Cases_OfEveryRule_PassFailAndStandAtTheLimit(string number)
    {
        List<RuleCase> cases = [.. RuleCase.All.Where(written => written.Rule == number)];

        Assert.InRange(cases.Count(written => written.Holds && !written.IsBoundary), 3, 100);
        Assert.InRange(cases.Count(written => !written.Holds && !written.IsBoundary), 3, 100);
        Assert.InRange(cases.Count(written => written.IsBoundary), 2, 100);
        Assert.Equal(cases.Count, cases.Select(written => written.Text).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Catalog_EveryRule_HasFormulaWordsAndEntry(string number)
    {
        RuleDescription rule = Assert.IsType<RuleDescription>(Check.Book.Catalog.Find(number));

        Assert.NotEmpty(rule.Formula);
        Assert.Equal(Finding.OfLetter(number), rule.Entry.Severity);
        Assert.Contains(rule.Words.Zh, character => character is >= '一' and <= '龥');
        Assert.NotEmpty(rule.Words.En);
        Assert.DoesNotContain(rule.Words.En, character => character is >= '一' and <= '龥');
        Assert.StartsWith(
            number,
            RuleMessages.Describe(new Finding(number, null, "1", "2"), CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_Rules_AreAllKnown() => Assert.Empty(
        RuleCase.All.Select(written => written.Rule).Except(Check.Book.All.Select(rule => rule.Number)));

    [Fact]
    public void RuleBook_Catalogue_HasAtLeastSixtyRules() => Assert.InRange(Check.Book.All.Count, 60, 1000);
}
