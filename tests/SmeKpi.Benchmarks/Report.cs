using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace SmeKpi.Benchmarks;

/// <param name="What">What was measured, in words.</param>
/// <param name="Floor">What it is compared with, and its median; a dash without one.</param>
/// <param name="Measured">The product's median.</param>
/// <param name="Ratios">The pairs behind the ratio; null where there is no floor.</param>
/// <param name="Budget">The ratio not to exceed; null where design.md names none.</param>
internal sealed record ReportRow(string What, string Floor, string Measured, Pairs? Ratios, double? Budget);

/// <summary>A table that says on which machine it was measured: ratios travel, seconds do not.</summary>
internal sealed class Report
{
    private readonly List<ReportRow> _rows = [];

    public void Add(IEnumerable<ReportRow> rows) => _rows.AddRange(rows);

    public string ToMarkdown(int rounds)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"Machine: {Machine.Describe()}").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Medians of {rounds} pairs, floor and product in turn.");
        text.AppendLine();
        text.AppendLine("| what | floor | measured | ratio (lowest – highest) | budget | kept |");
        text.AppendLine("|---|---|---|---|---|---|");
        foreach (ReportRow row in _rows)
        {
            text.AppendLine(Line(row));
        }

        return text.ToString();
    }

    public static string Seconds(double seconds) =>
        seconds < 1 ? Invariant($"{seconds * 1000:0} ms") : Invariant($"{seconds:#,0.00} s");

    private static string Line(ReportRow row)
    {
        string ratio = row.Ratios is { } pairs
            ? Invariant($"{pairs.Ratio:F2} ({pairs.Lowest:F2} – {pairs.Highest:F2})")
            : "–";
        string budget = row.Budget is { } limit ? Invariant($"≤ {limit:0.#} ×") : "–";
        string kept = row is { Ratios: { } measured, Budget: { } allowed }
            ? measured.Ratio <= allowed ? "yes" : "no"
            : "–";
        return $"| {row.What} | {row.Floor} | {row.Measured} | {ratio} | {budget} | {kept} |";
    }
}
