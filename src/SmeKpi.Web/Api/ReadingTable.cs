namespace SmeKpi.Web.Api;

/// <summary>Readings as a table: for `kpi --format csv` and for Accept: text/csv.</summary>
internal static class ReadingTable
{
    public static IReadOnlyList<string> Header { get; } =
    [
        "id", "reading", "month", "region", "bank", "standing", "actual", "actual_unit", "target", "target_unit",
        "gap", "pace", "seasonal_pace", "required_run_rate", "required_increment", "binding_target",
        "expected", "received", "origin", "as_of", "synthetic",
    ];

    public static IReadOnlyList<string?> Row(ReadingJson reading) =>
    [
        reading.Id, reading.Reading, reading.Month, reading.Region, reading.Bank, reading.Standing,
        reading.Actual?.Value, reading.Actual?.Unit, reading.Target?.Value, reading.Target?.Unit,
        reading.Gap?.Value, reading.Pace?.Value, reading.SeasonalPace?.Value, reading.RequiredRunRate?.Value,
        reading.RequiredIncrement?.Value, reading.BindingTarget,
        Decimals.Plain(reading.Completeness.Expected), Decimals.Plain(reading.Completeness.Received),
        reading.Origin, reading.AsOf, reading.Synthetic ? "true" : "false",
    ];

    public static string Csv(IEnumerable<ReadingJson> readings) => CsvText.Of(Header, readings.Select(Row));
}
