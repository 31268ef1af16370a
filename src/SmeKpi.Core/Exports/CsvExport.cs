using System.Buffers;
using System.Text;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Exports;

/// <summary>Writes an export as RFC 4180 text in UTF-8 with a mark in front. Texts that look like formulas get a quote.</summary>
public static class CsvExport
{
    private static readonly SearchValues<char> s_special = SearchValues.Create(",\"\r\n\t;");

    /// <returns>How many rows were written, and their control total.</returns>
    public static async Task<ExportTotals> WriteAsync(ExportTable table, Stream target, CancellationToken cancellationToken)
    {
        ExportTotals totals = new();

        // The mark tells spreadsheets that the letters are UTF-8.
        await using StreamWriter writer = new(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(Line(table.Columns.Select(column => Quoted(column.Head))));
        await foreach (IReadOnlyList<object?> row in table.CountedAsync(totals, cancellationToken))
        {
            await writer.WriteAsync(Line(row.Select(Field)));
        }

        return totals;
    }

    private static string Line(IEnumerable<string> fields) => string.Join(',', fields) + "\r\n";

    private static string Field(object? value) => value switch
    {
        null => string.Empty,
        string text => Quoted(FormulaGuard.Neutral(text)),
        decimal number => ExportValues.Plain(number),
        YearMonth month => month.ToString(),
        DateTimeOffset moment => ExportValues.Iso(moment),
        bool flag => flag ? "true" : "false",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "no value of an export"),
    };

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(s_special) < 0
        ? field
        : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
