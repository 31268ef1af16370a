using System.Globalization;
using System.Reflection;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Validation;

public sealed class RuleBookTests
{
    public static TheoryData<string> Numbers { get; } = [.. RuleNumbers.All];

    [Fact]
    public void All_Rules_AreListedOnceWithTheirNumbers()
    {
        IEnumerable<string> written = typeof(IRule).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IRule)) && !type.IsInterface).Select(type => type.Name);

        Assert.Equal(written.Order(), Check.Book.All.Select(rule => rule.GetType().Name).Order());
        Assert.Equal(Check.Book.All.Count, Check.Book.All.Select(rule => rule.Number).Distinct().Count());
        Assert.All(Check.Book.All, rule => Assert.Contains(rule.Number, RuleNumbers.All));
    }

    [Fact]
    public void RuleNumbers_Constants_AreAllListedOnce()
    {
        IEnumerable<string> constants = typeof(RuleNumbers).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);

        Assert.Equal(constants.Order(StringComparer.Ordinal), RuleNumbers.All.Order(StringComparer.Ordinal));
        Assert.Equal(RuleNumbers.All.Count, RuleNumbers.All.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Describe_EveryNumber_HasBothLanguagesWithPlaceFoundAndExpected(string number)
    {
        Finding finding = new(number, new SourceCell("", 7, 6), "<found>", "<expected>");

        string chinese = RuleMessages.Describe(finding, CultureInfo.GetCultureInfo("zh-CN"));
        string english = RuleMessages.Describe(finding, CultureInfo.GetCultureInfo("en-GB"));

        Assert.All([chinese, english], text =>
        {
            Assert.StartsWith(number, text, StringComparison.Ordinal);
            Assert.Contains("<found>", text, StringComparison.Ordinal);
            Assert.Contains("<expected>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{", text, StringComparison.Ordinal);
        });
        Assert.Contains("第7行第6列", chinese, StringComparison.Ordinal);
        Assert.Contains("line 7, column 6", english, StringComparison.Ordinal);
        Assert.DoesNotContain(english, character => character is >= '一' and <= '龥');
    }

    [Fact]
    public void Describe_CellOfASheet_IsNamedAsSpreadsheetsDo()
    {
        Finding finding = new(RuleNumbers.BadNumber, new SourceCell("人民币", 26, 28), "x", "0.00");

        Assert.Contains("AB26", RuleMessages.Describe(finding, CultureInfo.GetCultureInfo("zh-CN")), StringComparison.Ordinal);
        Assert.Contains("cell AB26 of \"人民币\"", RuleMessages.Describe(finding, CultureInfo.GetCultureInfo("de-DE")), StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_WholeFile_SaysSo() => Assert.StartsWith(
        "S101, the file: the file is empty.",
        RuleMessages.Describe(new Finding("S101", null, "0", "> 0"), CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    [Fact]
    public void Check_CleanReturn_HasNoFindings() => Assert.Empty(Check.Book.Check(
        Sample.ParseReturn(Check.Row("2025-05", 100m), Check.Row("2025-06", 105m)), Check.Stored(("2025-04", 98m))));

    [Fact]
    public void Check_WanFiledAsYi_IsRefused()
    {
        IReadOnlyList<Finding> findings = Check.Book.Check(
            Sample.ParseReturn(Check.Row("2025-06", 1_050_000m)), Check.Stored(("2025-05", 104m)));

        Finding finding = Assert.Single(findings, finding => finding.Blocks);
        Assert.Equal(RuleNumbers.Magnitude, finding.Rule);
    }

    [Fact]
    public void Check_MoreFindingsThanTheLimit_AreCounted()
    {
        string[] rows = [.. Enumerable.Range(0, 250).Select(row => $"2025-06,X{row},320902,loans.all.balance,rmb,1,元")];

        IReadOnlyList<Finding> findings = Check.Book.Check(
            Sample.Parse("a.csv", TidyReturns.With(rows)), Check.Stored());

        Assert.Equal(201, findings.Count);
        Assert.Equal((RuleNumbers.MoreBlocking, "250"), (findings[^1].Rule, findings[^1].Found));
    }
}
