using System.Globalization;
using NPOI.HSSF.UserModel;
using NPOI.SS.UserModel;

namespace SmeKpi.SampleData;

/// <summary>Tables of a province and a city as their branches hand them out. Synthetic: layouts as met, figures made up.</summary>
public static class RegionalTables
{
    private static readonly string[] s_labels =
    [
        "一、各项存款 Total Deposits", "（一）境内存款", "1.住户存款", "（1）活期存款", "（2） 定期及其他存款", "（二）境外存款",
        "一、各项贷款 Total Loans", "（一）境内贷款", "1.住户贷款", "（1）短期贷款", "消费贷款", "（二）境外贷款",
    ];

    /// <summary>A province sheet: 各项存款 is the value given, each row below one less.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Province(
        string title = "江苏省金融机构人民币信贷收支表", decimal deposits = 289693.5m, params IReadOnlyList<string> heads)
    {
        List<IReadOnlyList<string>> rows =
        [
            [title], ["Summary of Sources and Uses"], ["单位：亿元"],
            ["项目 Item", .. heads.Count > 0 ? heads : ["2026.05", "2026.06"]],
        ];
        int columns = rows[^1].Count - 1;
        rows.AddRange(s_labels.Select((label, index) => (IReadOnlyList<string>)
            [label, .. Enumerable.Range(0, columns).Select(column => Text(deposits - index + column))]));
        rows.Add(["注：" + PublishedTable.Mark]);
        return rows;
    }

    /// <summary>A city table with the total and two counties as columns, in 亿元; deposits 300 = 100 + 200.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> CityColumns(params IReadOnlyList<string> heads) =>
    [
        ["2026年6月盐城市分县（市、区）金融机构本外币信贷收支表"],
        ["单位：亿元人民币"],
        ["项目 Item", .. heads.Count > 0 ? heads : ["全市", "东台市", "大丰区"]],
        ["一、各项存款", "300.00", "100.00", "200.00"],
        ["（一）境内存款", "290.00", "95.00", "195.00"],
        ["一、各项贷款", "250.00", "120.00", "130.01"],
        ["注：" + PublishedTable.Mark],
    ];

    /// <summary>The table 全市存贷增长 with two banks: balances, increases of the month, increases of the year, ranks.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> CityRows() =>
    [
        ["2026年6月全市存贷增长情况"],
        ["单位：万元"],
        ["机构名称", "余额", "", "本月", "", "", "", "本年", "", "", ""],
        ["", "各项存款", "各项贷款", "各项存款", "排名", "各项贷款", "排名", "各项存款", "排名", "各项贷款", "排名"],
        ["丹鹤银行", "1000.5", "800", "10", "1", "8", "2", "60", "1", "48", "2"],
        ["麋鹿银行", "2000.5", "900", "5", "2", "9", "1", "30", "2", "54", "1"],
        ["省行清分", "7", "7", "7", "", "7", "", "7", "", "7", ""],
        ["合计", "3001", "1700", "15", "", "17", "", "90", "", "102", ""],
        ["注：" + PublishedTable.Mark],
    ];

    public static IReadOnlyList<IReadOnlyList<string>> With(
        this IReadOnlyList<IReadOnlyList<string>> table, int row, int column, string text) =>
        [.. table.Select((cells, index) => index != row
            ? cells
            : (IReadOnlyList<string>)[.. cells.Select((cell, at) => at == column ? text : cell)])];

    /// <summary>An old workbook (.xls) with several sheets.</summary>
    public static byte[] SaveXls(params IReadOnlyList<(string Name, IReadOnlyList<IReadOnlyList<string>> Rows)> sheets)
    {
        HSSFWorkbook workbook = new();
        foreach ((string name, IReadOnlyList<IReadOnlyList<string>> rows) in sheets)
        {
            ISheet sheet = workbook.CreateSheet(name);
            for (int row = 0; row < rows.Count; row++)
            {
                Write(sheet.CreateRow(row), rows[row]);
            }
        }

        using MemoryStream stream = new();
        workbook.Write(stream);
        return stream.ToArray();
    }

    private static void Write(IRow row, IReadOnlyList<string> cells)
    {
        for (int column = 0; column < cells.Count; column++)
        {
            NPOI.SS.UserModel.ICell cell = row.CreateCell(column);
            if (row.RowNum > 3 && double.TryParse(cells[column], CultureInfo.InvariantCulture, out double number))
            {
                cell.SetCellValue(number);
            }
            else
            {
                cell.SetCellValue(cells[column]);
            }
        }
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
