using Microsoft.EntityFrameworkCore;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Imports;

/// <summary>Writes refusals down. The same bytes refused again for the same reasons as last time are one refusal.</summary>
internal static class RefusalRecord
{
    /// <returns>The number of the refusal, new or known.</returns>
    public static async Task<int> KeepAsync(
        SmeKpiContext context, ImportReport report, long now, CancellationToken cancellationToken)
    {
        string findings = StorageJson.From(report.Findings);
        RefusalRow? last = await ImportReader.NewestRefusals(context, int.MaxValue)
            .FirstOrDefaultAsync(row => row.Sha256 == report.Sha256, cancellationToken);
        if (last?.FindingsJson == findings)
        {
            return last.Id;
        }

        var refusal = new RefusalRow
        {
            Sha256 = report.Sha256,
            FileName = Lengths.Cut(report.FileName, Lengths.FileName),
            AtTicks = now,
            FindingsJson = findings,
        };
        context.Add(refusal);
        await context.SaveChangesAsync(cancellationToken);
        return refusal.Id;
    }

    public static async Task<IReadOnlyList<ImportReport>> KeepAllAsync(
        SmeKpiContext context, IReadOnlyList<ImportReport> reports, long now, CancellationToken cancellationToken)
    {
        List<ImportReport> kept = [];
        foreach (ImportReport report in reports)
        {
            kept.Add(report.Outcome == ImportOutcome.Refused
                ? report with { RefusalId = await KeepAsync(context, report, now, cancellationToken) }
                : report);
        }

        await context.Database.CommitTransactionAsync(cancellationToken);
        return kept;
    }
}
