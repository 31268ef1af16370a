using System.Text.Json;
using SmeKpi.Core.Exports;
using SmeKpi.Core.Units;

namespace SmeKpi.Core.Tests.Exports;

/// <summary>A table with a column of every kind, and the strings that must never become formulas.</summary>
internal static class AnExport
{
    /// <summary>Every sign, narrow and wide, before the ways that are known to be tried.</summary>
    public static IReadOnlyList<string> Formulas { get; } = JsonSerializer.Deserialize<string[]>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Exports", "formulas.json")))!;

    public static ExportTable Table(IEnumerable<IReadOnlyList<object?>> rows) => new(
        "sample",
        [
            new("name"), new("value", ExportKind.Number, "yuan"), new("month", ExportKind.Month),
            new("known_since", ExportKind.Moment), new("synthetic", ExportKind.Flag),
        ],
        rows.ToAsyncEnumerable(),
        [new("question", "/export/sample?x=1"), new("program", "SmeKpi")])
    {
        ControlColumn = "value",
    };

    public static IReadOnlyList<object?> Row(string? name, decimal? value) =>
        [name, value, new YearMonth(2025, 6), new DateTimeOffset(2025, 7, 12, 15, 25, 0, TimeSpan.FromHours(8)), true];
}
