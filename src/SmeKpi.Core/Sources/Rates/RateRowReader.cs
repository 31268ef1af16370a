using System.Globalization;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Rates;

/// <summary>Reads the fields that rows of several types share, and reports what is wrong with them.</summary>
/// <param name="date">The reporting date of the packages.</param>
internal sealed class RateRowReader(DateOnly date, FindingList findings)
{
    private const int ReportingDate = 0;
    private static readonly string[] s_dates = ["yyyyMMdd", "yyyy-MM-dd"];

    public DateOnly Date => date;

    /// <summary>Checks the number of fields and the reporting date, which every row has first.</summary>
    public bool Fits(RateRow row, int fields)
    {
        if (row.Fields.Length != fields)
        {
            findings.Add(
                RuleNumbers.FieldCount, row.Cell(0), row.Fields.Length.ToString(CultureInfo.InvariantCulture),
                $"{fields}");
            return false;
        }

        if (ReadDate(row, ReportingDate) is { } reported && reported != date)
        {
            Report(RuleNumbers.OutsidePeriod, row, ReportingDate, $"{date:yyyyMMdd}");
        }

        return true;
    }

    public DateOnly? ReadDate(RateRow row, int field)
    {
        if (DateOnly.TryParseExact(
            row[field], s_dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly read))
        {
            return read;
        }

        Report(RuleNumbers.BadMonth, row, field, "yyyyMMdd");
        return null;
    }

    /// <summary>Reads an amount in yuan or a rate in percent, neither of which may be negative.</summary>
    public decimal? ReadNumber(RateRow row, int field, string form)
    {
        if (NumberText.TryParse(row[field], out decimal number) && number >= 0m)
        {
            return number;
        }

        Report(RuleNumbers.BadNumber, row, field, form);
        return null;
    }

    /// <summary>Reads a code that may not be empty.</summary>
    public string? ReadCode(RateRow row, int field)
    {
        if (row[field].Length > 0)
        {
            return row[field];
        }

        Report(RuleNumbers.FieldCount, row, field, "…");
        return null;
    }

    public void Report(string rule, RateRow row, int field, FormattableString expected) =>
        Report(rule, row, field, FormattableString.Invariant(expected));

    public void Report(string rule, RateRow row, int field, string expected) =>
        findings.Add(rule, row.Cell(field), SourceText.Show(row[field]), SourceText.Show(expected));
}
