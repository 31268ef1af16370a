using System.Globalization;
using SmeKpi.Core.Sources.Csv;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;

namespace SmeKpi.Core.Sources.Master;

/// <summary>Reads the fields of one master data row and reports those that cannot be read.</summary>
internal sealed class MasterFields(CsvRecords records, FindingList findings)
{
    private static readonly Dictionary<string, bool> s_truth = new(StringComparer.OrdinalIgnoreCase)
    {
        ["true"] = true, ["false"] = false, ["1"] = true, ["0"] = false, ["yes"] = true, ["no"] = false,
        ["是"] = true, ["否"] = false,
    };

    /// <summary>False once a field of the current row could not be read.</summary>
    public bool AllRead { get; private set; } = true;

    public bool HasFields(int least, int most)
    {
        AllRead = records.FieldCount >= least && records.FieldCount <= most;
        if (!AllRead)
        {
            string found = records.FieldCount.ToString(CultureInfo.InvariantCulture);
            findings.Add(RuleNumbers.FieldCount, records.Cell(0), found, least == most ? $"{least}" : $"{least} .. {most}");
        }

        return AllRead;
    }

    public string Required(int column)
    {
        string text = records[column].ToString();
        return text.Length > 0 ? text : Fail(column, "…", "");
    }

    public string? Optional(int column) => records[column] is { IsEmpty: false } text ? text.ToString() : null;

    public bool Flag(int column) =>
        s_truth.TryGetValue(records[column].ToString(), out bool flag) ? flag : Fail(column, "true | false", false);

    public YearMonth? Month(int column)
    {
        string text = records[column].ToString();
        if (text.Length == 0)
        {
            return null;
        }

        return MonthText.TryParse(text, out YearMonth month) ? month : Fail<YearMonth?>(column, "yyyy-MM", null);
    }

    public T OneOf<T>(int column, IReadOnlyDictionary<string, T> names) =>
        names.TryGetValue(records[column].ToString(), out T? value)
            ? value
            : Fail(column, string.Join(" | ", names.Keys), names.Values.First());

    public T Fail<T>(int column, string expected, T instead)
    {
        AllRead = false;
        findings.Add(RuleNumbers.BadMasterField, records.Cell(column), SourceText.Show(records[column]), expected);
        return instead;
    }

    public void Repeated(int column, string code)
    {
        AllRead = false;
        findings.Add(RuleNumbers.RepeatedCode, records.Cell(column), SourceText.Show(code), "1 ×");
    }
}
