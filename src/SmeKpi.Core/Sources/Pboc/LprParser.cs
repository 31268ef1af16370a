using System.Globalization;
using SmeKpi.Core.Sources.Csv;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Pboc;

/// <summary>Reads the list of LPR fixings and gives, for each month, the fixing in force at its end.</summary>
/// <remarks>A fixing holds until the next one; nothing is known beyond the month of the last.</remarks>
internal static class LprParser
{
    private const string Nation = "100000";
    private static readonly SeriesKey[] s_series =
        [new("lpr.1y", ScopeCodes.None, null, Nation), new("lpr.5y", ScopeCodes.None, null, Nation)];

    public static IReadOnlyList<string> Header { get; } = ["date", "lpr_1y", "lpr_5y"];

    public static TextContent Read(CsvRecords records, SourceContext context, FindingList findings)
    {
        List<Fixing> fixings = [];
        while (records.Read())
        {
            if (ReadFixing(records, findings) is not { } fixing)
            {
                continue;
            }

            if (fixings.Count > 0 && fixing.Date <= fixings[^1].Date)
            {
                findings.Add(RuleNumbers.NotAscending, records.Cell(0), Text(fixing.Date), "> " + Text(fixings[^1].Date));
            }
            else
            {
                fixings.Add(fixing);
            }
        }

        return TextContent.Of(Figures(fixings));
    }

    private static Fixing? ReadFixing(CsvRecords records, FindingList findings)
    {
        if (records.FieldCount != Header.Count)
        {
            findings.Add(RuleNumbers.FieldCount, records.Cell(0), $"{records.FieldCount}", $"{Header.Count}");
            return null;
        }

        bool isDate = DateOnly.TryParseExact(
            records[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            && MonthText.IsPlausible(date.Year);
        if (!isDate)
        {
            findings.Add(RuleNumbers.BadMonth, records.Cell(0), SourceText.Show(records[0]), "yyyy-MM-dd");
        }

        Quantity? oneYear = Rate(records, 1, findings);
        Quantity? fiveYear = Rate(records, 2, findings);
        return isDate ? new Fixing(date, [oneYear, fiveYear], [records.Cell(1), records.Cell(2)]) : null;
    }

    private static Quantity? Rate(CsvRecords records, int column, FindingList findings)
    {
        if (NumberText.IsMissing(records[column]))
        {
            return null;
        }

        Quantity? rate = NumberText.TryParse(records[column], out decimal percent)
            ? SourceUnit.Percent.Convert(percent)
            : null;
        if (rate is null)
        {
            findings.Add(RuleNumbers.BadNumber, records.Cell(column), SourceText.Show(records[column]), "0.00");
        }

        return rate;
    }

    private static List<Figure> Figures(List<Fixing> fixings)
    {
        List<Figure> figures = [];
        for (int at = 0; at < fixings.Count; at++)
        {
            Fixing fixing = fixings[at];
            YearMonth first = MonthOf(fixing.Date);
            YearMonth last = at + 1 < fixings.Count ? MonthOf(fixings[at + 1].Date).AddMonths(-1) : first;
            foreach (YearMonth month in first.Through(last))
            {
                figures.AddRange(s_series.Select((series, term) =>
                    new Figure(series, month, fixing.Rates[term], fixing.Cells[term])));
            }
        }

        return figures;
    }

    private static YearMonth MonthOf(DateOnly date) => new(date.Year, date.Month);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Fixing(DateOnly Date, Quantity?[] Rates, SourceCell[] Cells);
}
