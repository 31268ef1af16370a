using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Templates;
using SmeKpi.Core.Tests.Sources.Forms;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Templates;

public sealed class TemplateTests
{
    private const int Headings = 7;
    private static readonly TemplateCatalog s_templates = new(FormSample.Forms, FormSample.Indicators);

    public static TheoryData<string, string> Forms { get; } = new(
        from id in new[] { "s71-i", "g01", "g01-ii", "s63-i" }
        from culture in new[] { "zh-CN", "en" }
        select (id, culture));

    [Fact]
    public void All_HasOneForEveryFormAndTheTidyReturn()
    {
        Assert.Equal(
            ["city-table", "g01", "g01-ii", "rate-filing", "s63-i", "s71-i", "tidy-return"],
            s_templates.All.Select(template => template.Id).Order(StringComparer.Ordinal));
        Assert.Equal("S71_I.xlsx", s_templates.Find("s71-i")!.FileName);
        Assert.Null(s_templates.Find("s71"));
        Assert.Throws<KeyNotFoundException>(() => s_templates.Write("s71", CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Write_FilledInWithOnes_IsReadWithoutAFinding(string id, string culture)
    {
        byte[] template = s_templates.Write(id, CultureInfo.GetCultureInfo(culture));
        IReadOnlyList<string> inputs = FilledTemplates.Inputs(template, Headings);
        Dictionary<string, string> cells = inputs.ToDictionary(address => address, _ => "1");
        cells["B2"] = culture == "en" ? "Fictional Bank" : FormSample.Bank;
        cells["B3"] = culture == "en" ? "2025-06" : "2025年6月30日";

        ParsedFile parsed = Parse("a.xlsx", FilledTemplates.Fill(template, cells));

        FormDefinition form = FormSample.Forms.All.Single(each => each.Layout == parsed.Layout);
        Assert.Equal(s_templates.Find(id)!.Layout, parsed.Layout);
        Assert.Empty(parsed.Findings);
        Assert.Equal(form.Items.Count * form.Columns.Count, inputs.Count);
        Assert.Equal(inputs.Count, parsed.Forms.Single().Cells.Count);
        Assert.Equal("境内汇总", parsed.Forms[0].Block);
        Assert.Equal(form.Figures.Count, parsed.Figures.Count);
        Assert.All(parsed.Figures, figure => Assert.Equal(
            ("D001", FormSample.June), (figure.Series.Bank, figure.Month)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void CityTable_FilledIn_IsReadWithoutAFinding(string culture)
    {
        byte[] template = s_templates.Write("city-table", CultureInfo.GetCultureInfo(culture));
        Dictionary<string, string> cells = new()
        {
            ["A1"] = "2025年6月全市存贷增长情况", ["A5"] = FormSample.Bank, ["B5"] = "300", ["C5"] = "200",
            ["B65"] = "300", ["C65"] = "200",
        };

        ParsedFile parsed = Parse("a.xlsx", FilledTemplates.Fill(template, cells));

        Assert.Equal(LayoutNames.PbocCityTable, parsed.Layout);
        Assert.Empty(parsed.Findings);
        Assert.Equal(
            [("D001", 3_000_000m), ("D001", 2_000_000m)],
            parsed.Figures.Where(figure => figure.Series.Bank is not null)
                .Select(figure => (figure.Series.Bank!, figure.Value!.Value.Number)));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void RateFiling_FilledIn_IsReadWithoutAFinding(string culture)
    {
        RateFilings rows = new();
        List<(string Name, byte[] Content)> packages = [];
        using ZipArchive template = new(new MemoryStream(s_templates.Write("rate-filing", CultureInfo.GetCultureInfo(culture))));
        foreach (ZipArchiveEntry entry in template.Entries)
        {
            string type = Path.GetFileNameWithoutExtension(entry.Name);
            IReadOnlyList<string> own = rows.Packages.Single(package => package.Type == type).Rows;
            byte[] text = RateFilings.Zip((RateFilings.TextName(type), Encoding.UTF8.GetBytes(string.Join('\n', own))));
            using StreamReader reader = new(entry.Open());
            packages.Add((entry.Name, Encoding.UTF8.GetBytes(reader.ReadToEnd()
                .Replace("<bankcode>", $"<bankcode>{RateFilings.BankCode}", StringComparison.Ordinal)
                .Replace("<reporttaskdate>", $"<reporttaskdate>{RateFilings.Date}", StringComparison.Ordinal)
                .Replace("rownum>0<", $"rownum>{own.Count}<", StringComparison.Ordinal)
                .Replace("<filecontent>", $"<filecontent>{Convert.ToBase64String(text)}", StringComparison.Ordinal))));
        }

        ParsedFile parsed = SourceParser.Parse(
            new SourceFile("a.zip", RateFilings.Zip(packages)),
            FormSample.Context with { Banks = [Validation.Check.Bank(RateFilings.BankCode, null, null)] });

        Assert.Equal(LayoutNames.RateFiling, parsed.Layout);
        Assert.Empty(parsed.Findings);
        Assert.NotEmpty(parsed.Figures);
    }

    // Every cell holds another number, so that a shifted row or column shows.
    [Theory]
    [MemberData(nameof(Forms))]
    public void Write_FilledInWithDifferentNumbers_KeepsEachAtItsPlace(string id, string culture)
    {
        byte[] template = s_templates.Write(id, CultureInfo.GetCultureInfo(culture));
        IReadOnlyList<string> inputs = FilledTemplates.Inputs(template, Headings);
        Dictionary<string, string> cells = inputs.Select((address, index) => (address, index))
            .ToDictionary(pair => pair.address, pair => (pair.index + 1).ToString(CultureInfo.InvariantCulture));
        cells["B2"] = "D001";
        cells["B3"] = "2025-06";

        FormSheet sheet = Parse("a.xlsx", FilledTemplates.Fill(template, cells)).Forms.Single();

        FormDefinition form = FormSample.Forms.Find(sheet.Form)!;
        Assert.Equal(
            from item in form.Items from column in form.Columns select (item.Code, column.Code),
            sheet.Cells.Select(cell => (cell.Item, cell.Column)));
        Assert.Equal(
            Enumerable.Range(1, inputs.Count).Select(number => (decimal)number),
            sheet.Cells.Select(cell => cell.Value!.Value.Number / (cell.Step == 1m ? 1m : 10_000m)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Write_Blank_AsksForBankAndMonthOnly(string id, string culture) => Assert.Equal(
        [RuleNumbers.BadMonth, RuleNumbers.UnknownBank],
        Parse("a.xlsx", s_templates.Write(id, CultureInfo.GetCultureInfo(culture))).Findings
            .Select(finding => finding.Rule));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Write_Workbook_IsValidAndCarriesNoAuthor(string id, string culture)
    {
        byte[] template = s_templates.Write(id, CultureInfo.GetCultureInfo(culture));

        using SpreadsheetDocument document = SpreadsheetDocument.Open(new MemoryStream(template), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(error => error.Description));
        Assert.Null(document.CoreFilePropertiesPart);
        Assert.Null(document.ExtendedFilePropertiesPart);
    }

    [Theory]
    [InlineData("s71-i")]
    [InlineData("tidy-return")]
    public void Write_Twice_GivesTheSameBytes(string id)
    {
        CultureInfo culture = CultureInfo.GetCultureInfo("zh-CN");

        Assert.Equal(s_templates.Write(id, culture), s_templates.Write(id, culture));
        Assert.NotEqual(s_templates.Write(id, culture), s_templates.Write(id, CultureInfo.GetCultureInfo("en")));
    }

    [Theory]
    [InlineData("zh-CN", "万元")]
    [InlineData("en", "wan")]
    public void Write_TidyReturnWithARow_IsReadWithoutAFinding(string culture, string unit)
    {
        string blank = Encoding.UTF8.GetString(s_templates.Write("tidy-return", CultureInfo.GetCultureInfo(culture)));

        ParsedFile parsed = Parse(
            "a.csv", Encoding.UTF8.GetBytes($"{blank}2025-06,D001,320900,loans.all.balance,rmb_fx,100000.00,{unit}\r\n"));

        Assert.Empty(parsed.Findings);
        Assert.Equal(LayoutNames.TidyReturn, parsed.Layout);
        Assert.Equal(1_000_000_000m, parsed.Figures.Single().Value!.Value.Number);
        Assert.Contains("\n# loans.inclusive_mse.npl ", blank, StringComparison.Ordinal);
    }

    private static ParsedFile Parse(string name, byte[] content) =>
        SourceParser.Parse(new SourceFile(name, content), FormSample.Context);
}
