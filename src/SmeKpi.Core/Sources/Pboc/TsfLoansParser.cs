using SmeKpi.Core.Sources.Csv;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>Reads 对实体经济发放的人民币贷款 of 社会融资规模增量, one month a row in 亿元; months may be negative.</summary>
internal static class TsfLoansParser
{
    private static readonly SeriesKey s_series = new("tsf.rmb_loans.increment", ScopeCodes.Rmb, null, "100000");

    public static IReadOnlyList<string> Header { get; } = ["month", "tsf_rmb_loans_increment_100m_cny"];

    public static TextContent Read(CsvRecords records, SourceContext context, FindingList findings)
    {
        List<Figure> figures = [];
        while (records.Read())
        {
            if (ReadFigure(records, findings) is not { } figure)
            {
                continue;
            }

            if (figures.Count > 0 && figure.Month <= figures[^1].Month)
            {
                findings.Add(RuleNumbers.NotAscending, records.Cell(0), $"{figure.Month}", $"> {figures[^1].Month}");
            }
            else
            {
                figures.Add(figure);
            }
        }

        return TextContent.Of(figures);
    }

    private static Figure? ReadFigure(CsvRecords records, FindingList findings)
    {
        if (records.FieldCount != Header.Count)
        {
            findings.Add(RuleNumbers.FieldCount, records.Cell(0), $"{records.FieldCount}", $"{Header.Count}");
            return null;
        }

        bool isMonth = MonthText.TryParse(records[0].ToString(), out YearMonth month);
        if (!isMonth)
        {
            findings.Add(RuleNumbers.BadMonth, records.Cell(0), SourceText.Show(records[0]), "yyyy-MM");
        }

        Quantity? value = null;
        if (!NumberText.IsMissing(records[1]))
        {
            value = NumberText.TryParse(records[1], out decimal yi) ? SourceUnit.YiYuan.Convert(yi) : null;
            if (value is null)
            {
                findings.Add(RuleNumbers.BadNumber, records.Cell(1), SourceText.Show(records[1]), "0.00");
                return null;
            }
        }

        return isMonth ? new Figure(s_series, month, value, records.Cell(1)) : null;
    }
}
