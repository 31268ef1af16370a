using System.Globalization;
using System.Text.Json;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Commands;

/// <summary>Readings on a terminal: a table for people, JSON lines or CSV for programs.</summary>
internal static class ReadingPrint
{
    private static readonly string[] s_columns =
        ["id", "reading", "month", "region", "bank", "standing", "actual", "target", "gap", "pace", "banks"];

    public static void Print(IReadOnlyList<ReadingJson> readings, string format)
    {
        switch (format)
        {
            case "json":
                foreach (ReadingJson reading in readings)
                {
                    Console.WriteLine(JsonSerializer.Serialize(reading, ReadingJsonContext.Default.ReadingJson));
                }

                break;
            case "csv":
                Console.Write(ReadingTable.Csv(readings));
                break;
            default:
                PrintTable([s_columns, .. readings.Select(Row)]);
                break;
        }
    }

    private static string[] Row(ReadingJson reading) =>
    [
        reading.Id,
        reading.Reading,
        reading.Month,
        reading.Region,
        reading.Bank ?? string.Empty,
        reading.Standing,
        Short(reading.Actual),
        Short(reading.Target),
        Short(reading.Gap),
        Short(reading.Pace),
        string.Create(CultureInfo.InvariantCulture, $"{reading.Completeness.Received}/{reading.Completeness.Expected}"),
    ];

    /// <summary>Money in 亿 (yi), the rest in its unit; two decimals, because this is for reading.</summary>
    private static string Short(AmountJson? amount)
    {
        if (amount is null)
        {
            return "–";
        }

        decimal number = decimal.Parse(amount.Value, CultureInfo.InvariantCulture);
        (decimal shown, string unit) = amount.Unit == "yuan" ? (number / 100_000_000m, "yi") : (number, amount.Unit);
        return string.Create(CultureInfo.InvariantCulture, $"{shown:0.00} {unit}");
    }

    private static void PrintTable(IReadOnlyList<string[]> rows)
    {
        int[] widths = [.. Enumerable.Range(0, s_columns.Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows)
        {
            Console.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
