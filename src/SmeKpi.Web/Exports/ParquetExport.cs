using Parquet;
using Parquet.Schema;
using SmeKpi.Core.Exports;
using SmeKpi.Core.Units;

namespace SmeKpi.Web.Exports;

/// <summary>
/// Writes an export as Parquet: numbers as decimal(38,18), moments as UTC to the microsecond, months as their first day,
/// what the table is as metadata of the file.
/// </summary>
internal static class ParquetExport
{
    private const int Precision = 38;
    private const int Scale = 18;

    // Enough to pack well, few enough to be held in memory.
    private const int RowsOfAGroup = 20_000;

    /// <returns>How many rows were written, and their control total.</returns>
    public static async Task<ExportTotals> WriteAsync(ExportTable table, Stream target, CancellationToken cancellationToken)
    {
        ExportTotals totals = new();
        DataField[] fields = [.. table.Columns.Select(Field)];
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(fields), target, cancellationToken: cancellationToken);
        List<IReadOnlyList<object?>> rows = [];
        await foreach (IReadOnlyList<object?> row in table.CountedAsync(totals, cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == RowsOfAGroup)
            {
                await WriteAsync(writer, fields, table.Columns, rows);
                rows.Clear();
            }
        }

        if (rows.Count > 0 || totals.Rows == 0)
        {
            await WriteAsync(writer, fields, table.Columns, rows);
        }

        writer.CustomMetadata = Facts(table, totals);
        return totals;
    }

    private static Dictionary<string, string> Facts(ExportTable table, ExportTotals totals)
    {
        Dictionary<string, string> facts = table.Facts.ToDictionary(fact => fact.Name, fact => fact.Value);
        facts["rows"] = totals.Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (table.ControlColumn is { } column)
        {
            facts[$"control total of {column}"] = Api.Decimals.Plain(totals.Control);
        }

        return facts;
    }

    private static DataField Field(ExportColumn column) => column.Kind switch
    {
        ExportKind.Number => new DecimalDataField(column.Head, Precision, Scale, isNullable: true),
        ExportKind.Month => new DataField(column.Head, typeof(DateOnly), isNullable: true),
        ExportKind.Moment => new DateTimeDataField(
            column.Head, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Micros, isNullable: true),
        ExportKind.Flag => new DataField(column.Head, typeof(bool), isNullable: true),
        _ => new DataField(column.Head, typeof(string)),
    };

    private static async Task WriteAsync(
        ParquetWriter writer,
        DataField[] fields,
        IReadOnlyList<ExportColumn> columns,
        List<IReadOnlyList<object?>> rows)
    {
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        for (int at = 0; at < fields.Length; at++)
        {
            int column = at;
            DataField field = fields[column];
            await (columns[column].Kind switch
            {
                ExportKind.Number => group.WriteAsync<decimal>(
                    field, All(value => value is decimal number ? decimal.Round(number, Scale) : (decimal?)null)),
                ExportKind.Month => group.WriteAsync<DateOnly>(
                    field, All(value => value is YearMonth month ? new DateOnly(month.Year, month.Month, 1) : (DateOnly?)null)),
                ExportKind.Moment => group.WriteAsync<DateTime>(
                    field, All(value => value is DateTimeOffset moment ? moment.UtcDateTime : (DateTime?)null)),
                ExportKind.Flag => group.WriteAsync<bool>(field, All(value => value is bool flag ? flag : (bool?)null)),
                _ => group.WriteAsync(field, [.. rows.Select(row => (string)row[column]!)]),
            });

            ReadOnlyMemory<T?> All<T>(Func<object?, T?> read)
                where T : struct => rows.Select(row => read(row[column])).ToArray();
        }
    }
}
