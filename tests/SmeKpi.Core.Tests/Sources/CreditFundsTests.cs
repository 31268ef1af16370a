using System.Globalization;
using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Sources.Pboc;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

public sealed class CreditFundsTests
{
    public static TheoryData<int, int, int> Workbooks { get; } = new()
    {
        { 2018, 41, 12 }, { 2020, 40, 12 }, { 2021, 40, 12 }, { 2023, 40, 12 }, { 2024, 40, 12 }, { 2025, 40, 4 },
    };

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Parse_RealWorkbook_EveryFigureEqualsItsCell(int year, int rows, int months)
    {
        StrippedWorkbook cells = Sample.Workbook(year);

        ParsedFile parsed = Real(year);

        Assert.Empty(parsed.Findings);
        Assert.False(parsed.Synthetic);
        Assert.Equal(rows, cells.Rows.Count - 1);
        Assert.Equal(rows * months, parsed.Figures.Count);
        Assert.Equal(rows, parsed.Figures.Select(figure => figure.Series).Distinct().Count());
        Assert.All(parsed.Figures, figure =>
        {
            string text = cells.Rows[figure.Cell.Row - 1][figure.Cell.Column - 1];
            decimal yi = decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
            Assert.Equal(yi * 100_000_000m, figure.Value!.Value.Number);
            Assert.Equal(Unit.Yuan, figure.Value.Value.Unit);
            Assert.Equal(new YearMonth(year, figure.Cell.Column - 3), figure.Month);
            Assert.Equal(("rmb", null, "100000"), (figure.Series.Scope, figure.Series.Bank, figure.Series.Region));
        });
    }

    // The label must be the one at the end of the path, so that no two rows are exchanged.
    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Parse_RealWorkbook_EverySeriesStandsInTheRowOfItsLabel(int year, int rows, int months)
    {
        StrippedWorkbook cells = Sample.Workbook(year);
        Dictionary<string, List<string>> names = CreditFundsRows.CodesByPath
            .GroupBy(row => row.Value, row => row.Key.Split('/')[^1].Replace("企(事)", "企（事）", StringComparison.Ordinal))
            .ToDictionary(group => group.Key, group => group.ToList());
        names["credit_funds.uses.loans.domestic.enterprise"].Add("非金融企业及机关团体贷款");

        List<Figure> firstMonth = [.. Real(year).Figures.Take(rows * months).Where(figure => figure.Month.Month == 1)];

        Assert.Equal(rows, firstMonth.Count);
        Assert.All(firstMonth, figure => Assert.Contains(
            names[figure.Series.Indicator],
            name => cells.Rows[figure.Cell.Row - 1][2].Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void Parse_RepeatedLabels_AreToldApartByTheRowsAboveThem()
    {
        ParsedFile parsed = Real(2018);

        Assert.Equal(116_996.23m, Yi(parsed, "credit_funds.uses.loans.domestic.household.short_term"));
        Assert.Equal(280_400.85m, Yi(parsed, "credit_funds.uses.loans.domestic.enterprise.short_term"));
        Assert.Equal(70_394.35m, Yi(parsed, "credit_funds.uses.loans.domestic.household.short_term.consumption"));
        Assert.Equal(252_060.04m, Yi(parsed, "credit_funds.uses.loans.domestic.household.medium_long_term.consumption"));
        Assert.Equal(250_481.34m, Yi(parsed, "credit_funds.sources.deposits.domestic.household.demand"));
        Assert.Equal(50_944.50m, Yi(parsed, "credit_funds.sources.deposits.domestic.fiscal"));
        Assert.Equal(318_938.92m, Yi(parsed, CreditFundsRows.Government));
        Assert.Equal(1_230_255.13m, Yi(parsed, IndicatorCodes.LoansAll));
        Assert.Equal(1_679_728.17m, Yi(parsed, "deposits.all.balance"));
    }

    [Theory]
    [InlineData(2018)]
    [InlineData(2024)]
    [InlineData(2025)]
    public void Parse_FiveEncodings_GiveTheSameFigures(int year)
    {
        PublishedTable table = PublishedTable.From(Sample.Workbook(year));
        List<string> expected = Values(Real(year));

        ParsedFile[] parsed =
        [
            Sample.Parse($"{year}.xlsx", SampleData.Workbooks.SaveXlsx(table.Rows)),
            Sample.Parse($"{year}.xls", SampleData.Workbooks.SaveXls(table.Rows)),
            Sample.Parse($"{year}.htm", Pages.Save(table, Encoding.UTF8)),
            Sample.Parse($"{year}.xls", Pages.Save(table, Encodings.Gb18030)),
        ];

        Assert.All(parsed, file =>
        {
            Assert.Empty(file.Findings);
            Assert.True(file.Synthetic);
            Assert.Equal(LayoutNames.PbocCreditFunds, file.Layout);
            Assert.Equal(expected, Values(file));
        });
    }

    [Fact]
    public void Parse_PublishedLayout_NamesTheCellOfEachFigure()
    {
        PublishedTable table = PublishedTable.From(Sample.Workbook(2024));

        ParsedFile parsed = Sample.Parse("a.xls", SampleData.Workbooks.SaveXls(table.Rows));

        Figure loans = parsed.Figures.First(figure => figure.Series.Indicator == IndicatorCodes.LoansAll);
        Assert.Equal(new SourceCell("人民币", table.RowOf("一、各项贷款") + 1, 2), loans.Cell);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Parse_AnyCulture_GivesTheSameFigures(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        PublishedTable table = PublishedTable.From(Sample.Workbook(2024));
        List<string> expected = Values(Real(2024));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, Values(Real(2024)));
            Assert.Equal(expected, Values(Sample.Parse("a.xls", SampleData.Workbooks.SaveXls(table.Rows))));
            Assert.Equal(expected, Values(Sample.Parse("a.htm", Pages.Save(table, Encodings.Gb18030))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Parse_EmptyCellInAPublishedMonth_IsAFigureWithoutValue()
    {
        PublishedTable table = PublishedTable.From(Sample.Workbook(2024));
        int row = table.RowOf("四、黄金占款");

        ParsedFile parsed = Sample.Parse("a.xlsx", SampleData.Workbooks.SaveXlsx(table.With(row, 2, "…").Rows));

        Assert.Empty(parsed.Findings);
        Figure hole = Assert.Single(parsed.Figures, figure => figure.Value is null);
        Assert.Equal(new SourceCell("人民币", row + 1, 3), hole.Cell);
    }

    [Fact]
    public void Indicators_OfSeedData_AreExactlyTheRowsOfTheTable()
    {
        string yaml = File.ReadAllText(Path.Combine(SeedData.Folder, "indicators.credit-funds.yaml"));
        IEnumerable<string> listed = yaml.Split('\n')
            .Where(line => line.StartsWith("  - code: ", StringComparison.Ordinal))
            .Select(line => line["  - code: ".Length..].Trim());

        IEnumerable<string> rows = CreditFundsRows.CodesByPath.Values.Distinct()
            .Where(code => code.StartsWith("credit_funds.", StringComparison.Ordinal));

        Assert.Equal(rows.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    private static ParsedFile Real(int year) =>
        Sample.Parse($"credit-funds-{year}.xlsx", SeedData.Read($"statistics/pboc/credit-funds-{year}.xlsx"));

    private static decimal Yi(ParsedFile file, string indicator) =>
        file.Figures.First(figure => figure.Series.Indicator == indicator).Value!.Value.Number / 100_000_000m;

    private static List<string> Values(ParsedFile file) => [.. file.Figures.Select(figure => string.Create(
        CultureInfo.InvariantCulture,
        $"{figure.Series.Indicator} {figure.Month} {figure.Value?.Number / 1.000000000000000000000000000000m}"))];
}
