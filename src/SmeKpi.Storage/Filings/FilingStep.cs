using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Filing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Filings;

/// <summary>One transaction on a filing: state, history and audit entry are stored together or not at all.</summary>
internal sealed class FilingStep(SmeKpiContext context, AuditLog audit, long now, CancellationToken cancellationToken)
{
    public SmeKpiContext Context => context;

    public long Now => now;

    public CancellationToken Token => cancellationToken;

    public Task<SubmissionRow?> FindAsync(int id) =>
        context.Submissions.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);

    public Task<List<SubmissionFindingRow>> FindingsAsync(int id) => context.SubmissionFindings
        .Where(row => row.SubmissionId == id).OrderBy(row => row.Number).ToListAsync(cancellationToken);

    public async Task<FilingFacts> FactsAsync(SubmissionRow row)
    {
        List<SubmissionFindingRow> findings = await FindingsAsync(row.Id);
        return new FilingFacts(
            row.State,
            row.BankCode,
            [.. findings.Select(finding => finding.ReasonBy).OfType<string>().Append(row.Maker).Distinct()],
            row.Signer,
            findings.Count(finding => finding.Blocks),
            findings.Count(finding => !finding.Blocks && finding.Reason is null));
    }

    /// <summary>Takes a step and adds it to the history.</summary>
    public void Go(SubmissionRow row, FilingAct act, SubmissionState to, Filer by, string? note = null)
    {
        row.State = FilingFlow.Go(row.State, act, to);
        row.Version++;
        Note(row, by, note);
    }

    public SubmissionStepRow Note(SubmissionRow row, Filer by, string? note)
    {
        SubmissionStepRow step = new()
        {
            SubmissionId = row.Id,
            AtTicks = now,
            State = row.State,
            Actor = by.Actor.Name,
            Role = by.Actor.Role,
            Note = Lengths.Cut(note, Lengths.Address),
        };
        context.Add(step);
        return step;
    }

    /// <summary>Appends to the audit chain; the steps of this transaction carry the entry's number.</summary>
    public async Task TraceAsync(AuditEvent what)
    {
        AuditEntry entry = await audit.AppendAsync(context, what, cancellationToken);
        foreach (SubmissionStepRow step in context.SubmissionSteps.Local.Where(step => step.Id == 0))
        {
            step.AuditNumber = entry.Number;
        }
    }

    public async Task CommitAsync()
    {
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
    }
}
