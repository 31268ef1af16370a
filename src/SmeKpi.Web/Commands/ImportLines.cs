using System.Globalization;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Imports;
using SmeKpi.Web.Api;

namespace SmeKpi.Web.Commands;

/// <summary>What `import` prints: a line for each file, its findings, the totals.</summary>
internal static class ImportLines
{
    public static void Print(ImportReport report)
    {
        string synthetic = report.Synthetic ? ", synthetic" : string.Empty;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Word(report.Outcome)} {report.FileName} [{report.Layout}] {report.RowsRead} read, {report.Stored} stored, {report.Unchanged} unchanged{synthetic}"));
        foreach (Finding finding in report.Findings)
        {
            Console.WriteLine("  " + RuleMessages.Describe(finding, CultureInfo.CurrentUICulture));
        }

        if (report.RefusalId is { } refusal)
        {
            Console.WriteLine($"  recorded as {SubmissionNumber.OfRefusal(refusal)}");
        }
    }

    public static void PrintTotals(IReadOnlyList<ImportReport> reports) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{reports.Count} files: {Count(reports, ImportOutcome.Stored)} accepted, {Count(reports, ImportOutcome.AlreadyReceived)} already received, {Count(reports, ImportOutcome.Refused)} refused; {reports.Sum(report => report.Stored)} values stored"));

    private static int Count(IReadOnlyList<ImportReport> reports, ImportOutcome outcome) =>
        reports.Count(report => report.Outcome == outcome);

    private static string Word(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Stored => "accepted",
        ImportOutcome.AlreadyReceived => "already received",
        ImportOutcome.Refused => "refused",
        ImportOutcome.LeaseLost => "left to another worker",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };
}

/// <summary>A line on standard error for every hundred files.</summary>
internal sealed class ImportProgressLines : IProgress<ImportProgress>
{
    private const int Step = 100;

    public void Report(ImportProgress value)
    {
        if (value.Done % Step == 0)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Done} of {value.Total} files"));
        }
    }
}
