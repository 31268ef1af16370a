using System.Globalization;
using SmeKpi.Core.Sources.Csv;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Returns;

/// <summary>Reads a tidy return, one value a row. Everything wrong with every row is reported, with line and column.</summary>
internal sealed class TidyReturnParser
{
    private const int MonthColumn = 0;
    private const int BankColumn = 1;
    private const int RegionColumn = 2;
    private const int IndicatorColumn = 3;
    private const int ScopeColumn = 4;
    private const int ValueColumn = 5;
    private const int UnitColumn = 6;

    private readonly CsvRecords _records;
    private readonly FindingList _findings;
    private readonly SeriesTable _series;
    private readonly List<Figure> _figures = [];
    private readonly Dictionary<string, YearMonth?> _months = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourceUnit?> _units = new(StringComparer.Ordinal);

    private TidyReturnParser(CsvRecords records, SourceContext context, FindingList findings)
    {
        _records = records;
        _findings = findings;
        _series = new SeriesTable(context.Indicators);
    }

    public static IReadOnlyList<string> Header { get; } =
        ["month", "bank_code", "region_code", "indicator", "scope", "value", "unit"];

    public static TextContent Read(CsvRecords records, SourceContext context, FindingList findings)
    {
        TidyReturnParser parser = new(records, context, findings);
        while (records.Read())
        {
            parser.ReadRow();
        }

        return TextContent.Of(parser._figures);
    }

    private void ReadRow()
    {
        if (_records.FieldCount != Header.Count)
        {
            string found = _records.FieldCount.ToString(CultureInfo.InvariantCulture);
            _findings.Add(RuleNumbers.FieldCount, _records.Cell(0), found, $"{Header.Count}");
            return;
        }

        YearMonth? month = Month();
        SeriesTable.Entry? series = Series();
        bool valueIsRead = TryReadValue(series?.Indicator, out Quantity? value, out decimal step);
        if (month is { } at && series is not null && valueIsRead)
        {
            AddFigure(series, at, value, step);
        }
    }

    private YearMonth? Month()
    {
        ReadOnlySpan<char> text = _records[MonthColumn];
        Dictionary<string, YearMonth?>.AlternateLookup<ReadOnlySpan<char>> known =
            _months.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out YearMonth? month))
        {
            month = MonthText.TryParse(text.ToString(), out YearMonth parsed) ? parsed : null;
            known[text] = month;
        }

        if (month is null)
        {
            Report(RuleNumbers.BadMonth, MonthColumn, "yyyy-MM");
        }

        return month;
    }

    private SeriesTable.Entry? Series()
    {
        SeriesTable.Entry entry = _series.Find(
            _records[BankColumn], _records[RegionColumn], _records[IndicatorColumn], _records[ScopeColumn]);
        if (entry.Indicator is null)
        {
            Report(RuleNumbers.UnknownIndicator, IndicatorColumn, "indicators.yaml");
            return null;
        }

        if (!entry.ScopeFits)
        {
            Report(RuleNumbers.UnknownScope, ScopeColumn, string.Join(" | ", entry.Indicator.Scopes));
            return null;
        }

        return entry;
    }

    private bool TryReadValue(Indicator? indicator, out Quantity? value, out decimal step)
    {
        value = null;
        step = 0m;
        ReadOnlySpan<char> text = _records[ValueColumn];
        if (text.IsEmpty && _records[UnitColumn].IsEmpty)
        {
            return true;
        }

        if (Unit(indicator) is not { } unit || text.IsEmpty)
        {
            return text.IsEmpty;
        }

        value = NumberText.TryParse(text, out decimal number) ? unit.Convert(number) : null;
        step = unit.StepOf(number);
        if (value is null)
        {
            Report(RuleNumbers.BadNumber, ValueColumn, unit.Kind is Units.Unit.Count ? "0" : "0.00");
        }

        return value is not null;
    }

    private SourceUnit? Unit(Indicator? indicator)
    {
        ReadOnlySpan<char> text = _records[UnitColumn];
        Dictionary<string, SourceUnit?>.AlternateLookup<ReadOnlySpan<char>> known =
            _units.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(text, out SourceUnit? unit))
        {
            unit = SourceUnit.Names.TryGetValue(text.ToString(), out SourceUnit named) ? named : null;
            known[text] = unit;
        }

        if (unit is null)
        {
            Report(RuleNumbers.UnknownUnit, UnitColumn, string.Join(" | ", SourceUnit.Names.Keys));
        }
        else if (indicator is not null && unit.Value.Kind != indicator.Unit)
        {
            Report(RuleNumbers.UnitDoesNotFit, UnitColumn, Fitting(indicator.Unit));
            return null;
        }

        return unit;
    }

    private void AddFigure(SeriesTable.Entry series, YearMonth month, Quantity? value, decimal step)
    {
        Figure figure = new(series.Key, month, value, _records.Cell(ValueColumn)) { Step = step };
        if (series.Months.TryAdd(month.Number, figure))
        {
            _figures.Add(figure);
            return;
        }

        Figure first = series.Months[month.Number];
        string rule = first.Value == value ? RuleNumbers.RepeatedRow : RuleNumbers.ContradictingRows;
        Report(rule, ValueColumn, $"{first.Value?.ToString() ?? "–"} ({first.Cell})");
    }

    private static string Fitting(Unit unit) =>
        string.Join(" | ", SourceUnit.Names.Where(name => name.Value.Kind == unit).Select(name => name.Key));

    private void Report(string rule, int column, string expected) =>
        _findings.Add(rule, _records.Cell(column), SourceText.Show(_records[column]), expected);
}
