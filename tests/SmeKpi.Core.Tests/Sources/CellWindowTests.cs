using System.Text;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Tests.Sources.Forms;
using SmeKpi.Core.Validation;
using SmeKpi.SampleData;

namespace SmeKpi.Core.Tests.Sources;

/// <summary>A cell is shown where it stands, in every kind of file that is read.</summary>
public sealed class CellWindowTests
{
    private const string Return =
        "# synthetic: true\nmonth,bank_code,region_code,indicator,scope,value,unit\n"
        + "2025-05,A,1,x,rmb,1,元\n2025-05,A,2,x,rmb,2,元\n2025-05,A,3,x,rmb,3,元\n2025-05,A,4,x,rmb,4,元\n"
        + "2025-05,A,5,x,rmb,5,元\n2025-06,\"A\nB\",6,x,rmb,6,元\n2025-06,A,7,x,rmb,7,元\n";

    [Fact]
    public void Read_Csv_ShowsHeadNeighboursAndTheLineOfTheFile()
    {
        CellWindow window = Read("a.csv", Encoding.UTF8.GetBytes(Return), new SourceCell("", 8, 6));

        Assert.Equal(WindowGap.None, window.Gap);
        Assert.Equal([3, 4, 5, 6, 7], window.Columns);

        // The record of line 8 takes two lines: the next one is line 10.
        Assert.Equal([2, 4, 5, 6, 7, 8, 10], window.Rows.Select(row => row.Number));
        Assert.Equal(["region_code", "indicator", "scope", "value", "unit"], window.Rows[0].Cells);
        Assert.Equal("6", At(window, 8, 6));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_FormOfABank_ShowsTheLabelOfTheRowAndTheHeadOfTheColumn(bool xls)
    {
        byte[] file = xls ? Workbooks.SaveXls(FormSample.S71, "S71") : Workbooks.SaveXlsx(FormSample.S71, "S71");
        ParsedFile parsed = SourceParser.Parse(new SourceFile(xls ? "s71.xls" : "s71.xlsx", file), FormSample.Context);
        Figure balance = parsed.Figures.First(figure => figure.Series.Indicator == IndicatorCodes.LoansInclusiveMse);

        CellWindow window = Read("s71", file, balance.Cell);

        Assert.Equal("100000", At(window, balance.Cell.Row, balance.Cell.Column));
        Assert.Contains("A5", window.Rows.Select(row => row.Cells[window.Columns.ToList().IndexOf(balance.Cell.Column)]));
        Assert.Contains(window.Rows, row => row.Cells[0].StartsWith("1.普惠型", StringComparison.Ordinal));
        Assert.True(window.Rows.Count <= (2 * CellWindows.RowsAround) + 2);
    }

    [Theory]
    [InlineData("xls")]
    [InlineData("xlsx")]
    [InlineData("htm")]
    public void Read_EveryFigureOfAFile_StandsInItsWindowAsANumber(string kind)
    {
        byte[] file = kind switch
        {
            "xls" => Workbooks.SaveXls(FormSample.G01, "G01"),
            "xlsx" => Workbooks.SaveXlsx(FormSample.G01, "G01"),
            _ => Pages.Save(PublishedTable.From(Sample.Workbook(2024)), Encoding.UTF8),
        };
        ParsedFile parsed = SourceParser.Parse(new SourceFile($"a.{kind}", file), FormSample.Context);

        Assert.NotEmpty(parsed.Figures);
        Assert.All(parsed.Figures, figure => Assert.Matches(
            @"^-?[\d,]+(\.\d+)?$", At(Read("a", file, figure.Cell), figure.Cell.Row, figure.Cell.Column)));
    }

    [Fact]
    public void Read_PackageOfLoans_HasNoSingleCell() => Assert.Equal(
        WindowGap.NoSingleCell,
        Read("a.zip", RateFilings.Zip(("a.txt", [1, 2, 3])), new SourceCell("a.txt", 1, 1)).Gap);

    [Theory]
    [InlineData("", 9_999, 1, WindowGap.NotFound)]
    [InlineData("", 9, 1, WindowGap.NotFound)]
    [InlineData("", 0, 0, WindowGap.NoSingleCell)]
    public void Read_ACellThatIsNotThere_SaysSo(string sheet, int row, int column, WindowGap expected)
    {
        CellWindow window = Read("a.csv", Encoding.UTF8.GetBytes(Return), new SourceCell(sheet, row, column));

        Assert.Equal(expected, window.Gap);
        Assert.Empty(window.Rows);
    }

    [Fact]
    public void Read_DamagedBytes_SayThatTheyCannotBeRead()
    {
        Assert.Equal(WindowGap.Unreadable, Read("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], new SourceCell("a", 1, 1)).Gap);
        Assert.Equal(WindowGap.Unreadable, Read("a.csv", [0xFF, 0xFF, 0xFF], new SourceCell("", 1, 1)).Gap);
    }

    [Theory]
    [InlineData(1, 1, "A1")]
    [InlineData(119, 6, "F119")]
    [InlineData(3, 26, "Z3")]
    [InlineData(3, 27, "AA3")]
    [InlineData(3, 702, "ZZ3")]
    [InlineData(3, 703, "AAA3")]
    [InlineData(0, 1, "")]
    public void ToA1_RowAndColumn_AreWrittenAsInASpreadsheet(int row, int column, string expected) =>
        Assert.Equal(expected, new SourceCell("", row, column).ToA1());

    private static CellWindow Read(string name, byte[] content, SourceCell cell) =>
        CellWindows.Read(new SourceFile(name, content), cell);

    private static string At(CellWindow window, int row, int column) =>
        window.Rows.First(each => each.Number == row).Cells[window.Columns.ToList().IndexOf(column)];
}
