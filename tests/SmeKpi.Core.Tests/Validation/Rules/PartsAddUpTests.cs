using System.Globalization;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation.Rules;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Validation.Rules;

public sealed class PartsAddUpTests
{
    // In the order of the rows.
    private static readonly List<string> s_codes = [.. Sample
        .Parse("a.xlsx", SeedData.Read("statistics/pboc/credit-funds-2024.xlsx")).Figures
        .Select(figure => figure.Series.Indicator).Distinct()];

    [Theory]
    [InlineData(2018)]
    [InlineData(2020)]
    [InlineData(2021)]
    [InlineData(2023)]
    [InlineData(2024)]
    [InlineData(2025)]
    public void RuleBook_RealWorkbook_HasNothingAgainstIt(int year)
    {
        ParsedFile file = Sample.Parse("a.xlsx", SeedData.Read($"statistics/pboc/credit-funds-{year}.xlsx"));

        Assert.Empty(Check.Book.Check(file, WithTableIndicators(file)));
    }

    // 各项贷款 = 境内 + 境外, and it is a part of 资金运用总计. Bounds: 0.015 and 0.035.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.02, 1)]
    [InlineData(0.05, 2)]
    [InlineData(-0.05, 2)]
    [InlineData(1_000, 2)]
    public void PartsAddUp_LoansMovedAlone_BreaksTheirSums(double by, int findings)
    {
        StrippedWorkbook workbook = Exact();

        List<Finding> found = [.. Check.Rule<PartsAddUp>().Check(Parse(workbook, "一、各项贷款", (decimal)by), Check.Stored())];

        Assert.Equal(findings, found.Count);
        Assert.All(found, finding => Assert.Equal(RuleNumbers.PartsAddUp, finding.Rule));
    }

    // One total of one part: both are rounded, so two halves of a 0.01 may meet.
    [Theory]
    [InlineData("资金运用总计", 0.01, 0)]
    [InlineData("资金运用总计", 0.02, 1)]
    [InlineData("（5）各项垫款", 0.03, 0)]
    [InlineData("（5）各项垫款", 0.04, 1)]
    public void PartsAddUp_DifferenceAtTheBound_IsAccepted(string label, double by, int findings) => Assert.Equal(
        findings, Check.Rule<PartsAddUp>().Check(Parse(Exact(), label, (decimal)by), Check.Stored()).Count());

    [Fact]
    public void PartsAddUp_ExchangedRows_AreFound()
    {
        List<IReadOnlyList<string>> rows = [.. Sample.Workbook(2024).Rows];
        int household = rows.FindIndex(row => row[2].StartsWith("1.住户贷款", StringComparison.Ordinal));
        rows[household] = [.. rows[household].Take(3), .. rows[household + 1].Skip(3)];

        ParsedFile file = Sample.Parse("a.xlsx", Workbooks.SaveXlsx(rows));

        Assert.Equal(24, Check.Rule<PartsAddUp>().Check(file, Check.Stored()).Count());
    }

    private static CheckContext WithTableIndicators(ParsedFile file) => Check.Stored() with
    {
        Indicators = file.Figures.Select(figure => figure.Series.Indicator).Distinct().ToDictionary(
            code => code,
            code => new Indicator(
                code, new(code, code), Unit.Yuan, SmeKpi.Core.Statistics.ValueType.Stock, ["rmb"], false)),
    };

    // The real table with its first month rounded to whole 亿元 from the leaves up, so that every sum is exact.
    private static StrippedWorkbook Exact()
    {
        List<IReadOnlyList<string>> rows = [.. Sample.Workbook(2024).Rows];
        Dictionary<string, decimal> months = Sums();
        for (int row = 1; row < rows.Count; row++)
        {
            string code = s_codes[row - 1];
            rows[row] =
                [.. rows[row].Take(3), months[code].ToString(CultureInfo.InvariantCulture), .. Enumerable.Repeat("", 11)];
        }

        return new StrippedWorkbook(rows);
    }

    private static Dictionary<string, decimal> Sums()
    {
        Dictionary<string, decimal> values = s_codes.ToDictionary(code => code, _ => 100_000m);

        decimal Sum(string code)
        {
            IReadOnlyList<string>? parts = CreditFundsSums.All
                .FirstOrDefault(sum => sum.Whole == code && sum.Parts.Count > 1).Parts;
            return values[code] = parts is null ? values[code] : parts.Where(values.ContainsKey).Sum(Sum);
        }

        decimal uses = Sum("credit_funds.uses.total");
        decimal sources = Sum("credit_funds.sources.total");
        values["credit_funds.sources.other"] += uses - sources;
        values["credit_funds.sources.total"] = uses;
        return values;
    }

    private static ParsedFile Parse(StrippedWorkbook workbook, string label, decimal by)
    {
        List<IReadOnlyList<string>> rows = [.. workbook.Rows];
        int at = rows.FindIndex(row => row[2].StartsWith(label, StringComparison.Ordinal));
        decimal value = decimal.Parse(rows[at][3], CultureInfo.InvariantCulture) + by;
        rows[at] = [.. rows[at].Take(3), value.ToString(CultureInfo.InvariantCulture), .. rows[at].Skip(4)];
        ParsedFile file = Sample.Parse("a.xlsx", Workbooks.SaveXlsx(rows));
        Assert.Empty(file.Findings);
        return file;
    }
}
