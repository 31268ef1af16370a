using SmeKpi.Core.DataFiles;
using SmeKpi.Core.Tests.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Validation;

public sealed class RuleFileTests : IDisposable
{
    private const string Step = "  - number: V216\n    severity: invalid\n    parameters: { step: 8, smallest: 100000000 }\n";
    private const string Unit = "  - number: V204\n    severity: invalid\n    layouts: [tidy-return]\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("rules-").FullName;

    public RuleFileTests()
    {
        foreach (string path in DataFile.In(Path.Combine(SeedData.Folder, "rules")))
        {
            File.Copy(path, Path.Combine(_folder, Path.GetFileName(path)));
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Load_ShippedCatalogue_DescribesEveryNumber() => Assert.Equal(
        RuleNumbers.All, RuleBook.Load(_folder).Catalog.Rules.Select(rule => rule.Entry.Number));

    [Theory]
    [InlineData(Step, Step + "    colour: red\n", "figures.yaml", "unknown key 'colour'")]
    [InlineData("number: V216", "number: V999", "figures.yaml", "the number of a rule")]
    [InlineData("number: V216", "number: V215", "figures.yaml", "does not stand above")]
    [InlineData("step: 8, ", "", "figures.yaml", "missing key 'step'")]
    [InlineData("step: 8", "step: much", "figures.yaml", "expected a number")]
    [InlineData("step: 8", "step: 8, extra: 1", "figures.yaml", "unknown key 'extra'")]
    [InlineData("number: V216\n    severity: invalid", "number: V216\n    severity: questionable", "figures.yaml", "as the number says")]
    [InlineData(Step, Step + "    valid-from: 2025-13\n", "figures.yaml", "expected a month")]
    [InlineData(Step, Step + "    valid-from: 2025-06\n    valid-to: 2025-05\n", "figures.yaml", "not before 2025-06")]
    [InlineData(Step, Step + "    forms: [X99]\n", "figures.yaml", "as in S71_I")]
    [InlineData(Step, Step + "    layouts: [letter]\n", "figures.yaml", "tidy-return")]
    [InlineData(Unit, Unit + "    parameters: { step: 1 }\n", "reading.yaml", "found while reading")]
    [InlineData(Unit, Unit + "    valid-to: 2025-01\n", "reading.yaml", "found while reading")]
    public void Load_WrongEntry_IsRefusedWithFileAndLine(string old, string wrong, string file, string message)
    {
        Change(file, old, wrong);

        DataFileException error = Assert.Throws<DataFileException>(() => RuleBook.Load(_folder));

        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(file, error.File, StringComparison.Ordinal);
        Assert.InRange(error.Line, 2, 500);
    }

    [Fact]
    public void Load_MissingRule_IsNamed()
    {
        Change("figures.yaml", Step, string.Empty);

        DataFileException error = Assert.Throws<DataFileException>(() => RuleBook.Load(_folder));

        Assert.Contains("no entry for V216", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OtherThreshold_FollowsTheFile()
    {
        Assert.Empty(Blocking(150m));
        Change("figures.yaml", "step: 8", "step: 1.4");

        Assert.Equal(["V216"], Blocking(150m).Select(finding => finding.Rule));
    }

    [Theory]
    [InlineData("2025-06", null, true)]
    [InlineData("2025-07", null, false)]
    [InlineData(null, "2025-06", true)]
    [InlineData(null, "2025-05", false)]
    public void Check_RuleOutsideItsMonths_IsSilent(string? from, string? to, bool speaks)
    {
        string dates = (from is null ? "" : $"    valid-from: {from}\n") + (to is null ? "" : $"    valid-to: {to}\n");
        Change("figures.yaml", Step, Step + dates);

        Assert.Equal(speaks ? 1 : 0, Blocking(5000m).Count);
    }

    [Fact]
    public void Check_ChangedSeverity_IsInForceFromItsMonth()
    {
        Change("figures.yaml", Step, Step + """
                severity-changes:
                  - from: 2025-03
                    severity: questionable
                    reason: { zh-CN: 试行, en: Trial }
                  - from: 2025-07
                    severity: invalid
                    reason: { zh-CN: 试行结束, en: End of trial }

            """.ReplaceLineEndings("\n"));
        RuleBook book = RuleBook.Load(_folder);

        Assert.Empty(Blocking(5000m));
        RuleEntry entry = book.Catalog.Find("V216")!.Entry;
        Assert.Equal(Severity.Invalid, entry.SeverityIn(YearMonth.Parse("2025-02")));
        Assert.Equal(Severity.Questionable, entry.SeverityIn(YearMonth.Parse("2025-03")));
        Assert.Equal(Severity.Questionable, entry.SeverityIn(YearMonth.Parse("2025-06")));
        Assert.Equal(Severity.Invalid, entry.SeverityIn(YearMonth.Parse("2025-07")));
    }

    [Fact]
    public void ToCsv_Catalogue_HasARowForEachRuleInBothLanguages()
    {
        string[] lines = RuleBook.Load(_folder).Catalog.ToCsv().TrimEnd().Split("\r\n");

        Assert.Equal(RuleNumbers.All.Count + 1, lines.Length);
        Assert.StartsWith("\uFEFFnumber,severity,formula,words_zh,words_en", lines[0], StringComparison.Ordinal);
        string magnitude = Assert.Single(lines, line => line.StartsWith("V216,", StringComparison.Ordinal));
        Assert.Contains("数量级", magnitude, StringComparison.Ordinal);
        Assert.Contains("step=8 smallest=100000000", magnitude, StringComparison.Ordinal);
        Assert.DoesNotContain("{", magnitude, StringComparison.Ordinal);
    }

    [Fact]
    public void Severity_SetToThatOfTheLetter_IsNoChange()
    {
        Finding finding = new("V216", null, "1", "2");

        Assert.Equal(finding, finding with { Severity = Severity.Invalid });
        Assert.Null((finding with { Severity = Severity.Invalid }).Changed);
        Assert.False((finding with { Severity = Severity.Questionable }).Blocks);
    }

    private List<Finding> Blocking(decimal yi) =>
    [
        .. RuleBook.Load(_folder).Check(Sample.ParseReturn(Check.Row("2025-06", yi)), Check.Stored(("2025-05", 100m)))
            .Where(finding => finding.Blocks),
    ];

    private void Change(string file, string old, string changed)
    {
        string path = Path.Combine(_folder, file);
        string text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
    }
}
