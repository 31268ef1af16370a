using SmeKpi.Core.Exports;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Api;
using SmeKpi.Web.Readers;

namespace SmeKpi.Web.Exports;

/// <summary>The columns of each export and how a row fills them. Names are those of the API.</summary>
internal static class ExportTables
{
    private static ExportColumn Number(string name, string? unit = null) => new(name, ExportKind.Number, unit);

    private static ExportColumn Text(string name) => new(name);

    public static ExportTable Readings(IReadOnlyList<KpiReading> readings, IReadOnlyList<ExportFact> facts) => new(
        "readings",
        [
            Text("id"), Text("reading"), new("month", ExportKind.Month), Text("region"), Text("bank"), Text("standing"),
            Number("actual"), Text("unit"), Number("target"), Number("gap"), Number("pace"), Number("seasonal_pace"),
            Number("required_run_rate"), Number("required_increment"), Text("binding_target"),
            Number("expected", "banks"), Number("received", "banks"), Text("origin"), new("synthetic", ExportKind.Flag),
        ],
        readings.Select(Row).ToAsyncEnumerable(),
        facts) { ControlColumn = "actual" };

    private static IReadOnlyList<object?> Row(KpiReading each) =>
    [
        each.Id, each.Reading, each.Month, each.Subject.Region, each.Subject.Bank, ReadingJson.Kebab(each.Standing),
        each.Actual?.Number, UnitOf(each.Actual ?? each.Target), each.Target?.Number, each.Gap?.Number, each.Pace?.Number,
        each.SeasonalPace?.Number, each.RequiredRunRate?.Number, each.RequiredIncrement?.Number, each.BindingTarget,
        (decimal)each.Completeness.Expected, (decimal)each.Completeness.Received, ReadingJson.Kebab(each.Origin), each.Synthetic,
    ];

    public static ExportTable Observations(
        Indicator indicator, IReadOnlyList<Vintage> found, IReadOnlyList<ExportFact> facts) => new(
            "observations",
            [
                Text("indicator"), Text("scope"), Text("bank"), Text("region"), new("month", ExportKind.Month),
                Number("value", AmountJson.UnitName(indicator.Unit)), new("synthetic", ExportKind.Flag),
                new("known_since", ExportKind.Moment), Text("file"), Text("sheet"), Number("row"), Number("column"),
                Text("cell"), Text("publisher"), Text("title"), Text("address"), Number("observation"),
            ],
            found.Select(Row).ToAsyncEnumerable(),
            facts) { ControlColumn = "value" };

    private static IReadOnlyList<object?> Row(Vintage each) =>
    [
        each.Series.Indicator, each.Series.Scope, each.Series.Bank, each.Series.Region, each.Month,
        each.Value?.Number, each.Synthetic, each.KnownSince, each.FileName, each.Cell.Sheet, (decimal)each.Cell.Row,
        (decimal)each.Cell.Column, each.Cell.ToA1(), each.Publisher, each.Title, each.Address, (decimal)each.ObservationId,
    ];

    /// <remarks>Values of several units stand below each other: the column after them names it.</remarks>
    public static ExportTable Changes(IAsyncEnumerable<StoredChange> changes, IReadOnlyList<ExportFact> facts) => new(
        "changes",
        [
            Text("indicator"), Text("scope"), Text("bank"), Text("region"), new("month", ExportKind.Month),
            Number("before"), Number("now"), Number("difference"), Text("unit"), new("synthetic", ExportKind.Flag),
            new("known_since", ExportKind.Moment), Text("file"), Text("cell"), Number("observation"),
        ],
        changes.Select(Row),
        facts) { ControlColumn = "now" };

    private static IReadOnlyList<object?> Row(StoredChange each) =>
    [
        each.Now.Series.Indicator, each.Now.Series.Scope, each.Now.Series.Bank, each.Now.Series.Region, each.Now.Month,
        each.Before?.Number, each.Now.Value?.Number, ComparedFigure.Between(each.Before, each.Now.Value)?.Number,
        UnitOf(each.Now.Value ?? each.Before), each.Now.Synthetic, each.Now.KnownSince, each.Now.FileName,
        each.Now.Cell.ToA1(), (decimal)each.Now.ObservationId,
    ];

    public static ExportTable Banks(IEnumerable<Bank> banks, IReadOnlyList<ExportFact> facts) => new(
        "banks",
        [
            Text("code"), Text("name_zh"), Text("name_en"), Text("type"), new("locally_incorporated", ExportKind.Flag),
            new("opened", ExportKind.Month), new("closed", ExportKind.Month), Text("successor"), Text("aliases"),
        ],
        banks.Select(Row).ToAsyncEnumerable(),
        facts);

    private static IReadOnlyList<object?> Row(Bank bank) =>
    [
        bank.Code, bank.Name.In("zh-CN"), bank.Name.In("en"), ReadingJson.Kebab(bank.Type), bank.LocallyIncorporated,
        bank.Opened, bank.Closed, bank.Successor, string.Join('|', bank.Aliases),
    ];

    private static string? UnitOf(Quantity? quantity) => quantity is { } known ? AmountJson.UnitName(known.Unit) : null;
}
