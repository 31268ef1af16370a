using System.Globalization;
using System.Text;
using SmeKpi.Core.Demo;
using SmeKpi.Core.Sources;

namespace SmeKpi.Core.Tests.Demo;

/// <summary>One row of a generated file, its value as written.</summary>
internal sealed record DemoRow(
    string File, string Month, string Bank, string Area, string Indicator, string Scope, decimal Value, string Unit);

/// <summary>The default city and 40 months of it, generated once, and their rows by plain reading.</summary>
internal static class DemoRows
{
    private static readonly Lazy<IReadOnlyList<SourceFile>> s_fortyMonths =
        new(() => [.. DemoCity.Generate(new DemoOptions { Months = 40 })]);

    private static readonly Lazy<IReadOnlyList<SourceFile>> s_default =
        new(() => [.. DemoCity.Generate(new DemoOptions())]);

    private static readonly Lazy<IReadOnlyList<DemoRow>> s_rows = new(() => Read(FortyMonths));

    private static readonly Lazy<ILookup<(string, string, string, string), decimal>> s_values = new(
        () => All.ToLookup(row => (row.Bank, row.Month, row.Indicator, row.Scope), row => row.Value));

    public static IReadOnlyList<SourceFile> FortyMonths => s_fortyMonths.Value;

    public static IReadOnlyList<SourceFile> Default => s_default.Value;

    /// <summary>The rows of <see cref="FortyMonths"/>.</summary>
    public static IReadOnlyList<DemoRow> All => s_rows.Value;

    /// <summary>A bank's sum over its rows of one month; a corrected return counts twice.</summary>
    public static decimal Sum(string bank, string month, string indicator, string scope) =>
        s_values.Value[(bank, month, indicator, scope)].Sum();

    public static string Text(SourceFile file) => Encoding.UTF8.GetString(file.Content.Span);

    public static IReadOnlyList<DemoRow> Read(IEnumerable<SourceFile> files) => [.. files
        .Where(file => file.Name != "banks.csv")
        .SelectMany(file => Text(file).Split('\n')
            .Where(line => line.Length > 0 && line[0] is not ('#' or 'm'))
            .Select(line => line.Split(','))
            .Select(cells => new DemoRow(
                file.Name, cells[0], cells[1], cells[2], cells[3], cells[4],
                decimal.Parse(cells[5], CultureInfo.InvariantCulture), cells[6])))];
}
