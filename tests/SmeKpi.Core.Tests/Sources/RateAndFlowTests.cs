using System.Globalization;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

public sealed class RateAndFlowTests
{
    private const string LprHeader = "date,lpr_1y,lpr_5y\n";

    [Fact]
    public void Lpr_RealFile_GivesOneFixingAMonth()
    {
        ParsedFile parsed = Sample.Parse("lpr.csv", SeedData.Read("statistics/lpr/lpr-2019-08-2026-08.csv"));

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.Lpr, parsed.Layout);
        Assert.Equal(2 * 85, parsed.Figures.Count);
        Assert.Equal(4.25m, Value(parsed, "lpr.1y", new(2019, 8)));
        Assert.Equal(4.60m, Value(parsed, "lpr.5y", new(2022, 4)));
        Assert.Equal(4.45m, Value(parsed, "lpr.5y", new(2022, 5)));
        Assert.Equal(3.00m, Value(parsed, "lpr.1y", new(2025, 5)));
        Assert.All(parsed.Figures, figure => Assert.Equal(("-", "100000"), (figure.Series.Scope, figure.Series.Region)));
    }

    [Fact]
    public void Lpr_MonthsWithoutFixing_CarryTheLastOneButNotBeyondTheLast()
    {
        ParsedFile parsed = Sample.ParseText(LprHeader + "2024-01-22,3.45,4.20\n2024-04-20,3.35,3.95\n2024-04-29,3.30,3.90\n");

        Assert.Equal(3.45m, Value(parsed, "lpr.1y", new(2024, 3)));
        Assert.Equal(3.30m, Value(parsed, "lpr.1y", new(2024, 4)));
        Assert.Equal(new YearMonth(2024, 4), parsed.Figures.Max(figure => figure.Month));
        Assert.Equal(2 * 4, parsed.Figures.Count);
        Assert.Equal(new SourceCell("", 2, 3), parsed.Figures.First(figure =>
            figure.Month == new YearMonth(2024, 2) && figure.Series.Indicator == "lpr.5y").Cell);
    }

    [Theory]
    [InlineData("2024-01-22,3.45,4.20\n2024-01-22,3.45,4.20\n", RuleNumbers.NotAscending)]
    [InlineData("2024-01-22,3.45,4.20\n2023-12-20,3.45,4.20\n", RuleNumbers.NotAscending)]
    [InlineData("2024-13-22,3.45,4.20\n", RuleNumbers.BadMonth)]
    [InlineData("2024-01-22,3.4.5,4.20\n", RuleNumbers.BadNumber)]
    [InlineData("2024-01-22,3.45\n", RuleNumbers.FieldCount)]
    public void Lpr_WrongRow_IsRefused(string rows, string rule)
    {
        ParsedFile parsed = Sample.ParseText(LprHeader + rows);

        Assert.True(parsed.IsRefused);
        Assert.Contains(rule, parsed.Rules());
    }

    [Fact]
    public void TsfLoans_RealFile_IsExactToTheFen()
    {
        byte[] content = SeedData.Read("statistics/tsf/tsf-rmb-loans-2016-09-2026-07.csv");
        string[] lines = System.Text.Encoding.UTF8.GetString(content).TrimEnd().Split('\n');

        ParsedFile parsed = Sample.Parse("tsf.csv", content);

        Assert.Empty(parsed.Findings);
        Assert.Equal(119, parsed.Figures.Count);
        Assert.Contains(parsed.Figures, figure => figure.Value!.Value.Number < 0m);
        Assert.All(parsed.Figures, figure =>
        {
            decimal yi = decimal.Parse(lines[figure.Cell.Row - 1].Trim().Split(',')[1], CultureInfo.InvariantCulture);
            Assert.Equal(yi * 100_000_000m, figure.Value!.Value.Number);
            Assert.Equal("tsf.rmb_loans.increment", figure.Series.Indicator);
        });
    }

    [Theory]
    [InlineData("2024-01,1\n2024-01,1\n", RuleNumbers.NotAscending)]
    [InlineData("2024-1,1\n", RuleNumbers.BadMonth)]
    [InlineData("2024-01,x\n", RuleNumbers.BadNumber)]
    public void TsfLoans_WrongRow_IsRefused(string rows, string rule) => Assert.Contains(
        rule, Sample.ParseText("month,tsf_rmb_loans_increment_100m_cny\n" + rows).Rules());

    [Fact]
    public void TsfLoans_FinerThanAFen_RoundsHalfToEven()
    {
        ParsedFile parsed = Sample.ParseText(
            "month,tsf_rmb_loans_increment_100m_cny\n2024-01,0.00000000005\n2024-02,0.00000000015\n");

        Assert.Equal([0m, 0.02m], parsed.Figures.Select(figure => figure.Value!.Value.Number));
    }

    private static decimal Value(ParsedFile file, string indicator, YearMonth month) => file.Figures
        .Single(figure => figure.Series.Indicator == indicator && figure.Month == month).Value!.Value.Number;
}
