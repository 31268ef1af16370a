using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Calendar;
using SmeKpi.Core.Cases;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Cases;

/// <summary>What people do with cases (监管事项): each act in one transaction with its audit entry, or not done.</summary>
/// <remarks>Rows are only added. Who acts on a case that went on in the meantime is told so, and nothing is done.</remarks>
public sealed class CaseDesk(
    IDbContextFactory<SmeKpiContext> contexts,
    AuditLog audit,
    TimeProvider clock,
    CaseRules rules,
    CaseCatalog catalog,
    WorkingDays days)
{
    /// <summary>Drafts a notice. The bank knows nothing of it until it is sent.</summary>
    /// <param name="today">The day in the city.</param>
    public async Task<CaseOutcome> OpenAsync(
        NewCase made, Filer by, DateOnly today, CancellationToken cancellationToken = default)
    {
        if (!rules.MayOpen(by.Viewer))
        {
            return await DeniedAsync(CaseAct.Open, "new", CaseRefusal.NoRight, by, cancellationToken);
        }

        CaseSubject? subject = catalog.Find(made.Subject);
        NewCase fit = made with { Title = subject is { IsFree: true } ? made.Title?.Trim() : null };
        return CaseContent.Open(fit, subject, today) is { } unfit
            ? CaseOutcome.Refused(unfit)
            : await WriteTransaction.RunAsync(
                contexts, (context, token) => OpenAsync(context, fit, by, token), cancellationToken);
    }

    /// <param name="version">The version of the case that the person has seen, as <see cref="CaseRules.Shown"/> gives it.</param>
    /// <param name="today">The day in the city.</param>
    public async Task<CaseOutcome> ActAsync(
        int id, int version, CaseMove move, Filer by, DateOnly today, CancellationToken cancellationToken = default)
    {
        CaseOutcome outcome = await WriteTransaction.RunAsync(
            contexts, (context, token) => ActAsync(context, id, version, move, by, today, token), cancellationToken);
        return outcome.Refusal is CaseRefusal.NoRight or CaseRefusal.Unknown or CaseRefusal.OwnDraft
            ? await DeniedAsync(move.Act, Named(id), outcome.Refusal.Value, by, cancellationToken)
            : outcome;
    }

    private async Task<CaseOutcome> OpenAsync(SmeKpiContext context, NewCase made, Filer by, CancellationToken cancellationToken)
    {
        if (!await context.Banks.AnyAsync(bank => bank.Code == made.Bank, cancellationToken))
        {
            return CaseOutcome.Refused(CaseRefusal.BankIsUnknown);
        }

        CaseRow row = CaseRecord.Row(made, synthetic: false);
        context.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        CaseStep first = CaseRecord.First(made, by.Actor.Name, by.Actor.Role, clock.GetUtcNow());
        return await CommitAsync(context, row.Id, made.Bank, first, by, cancellationToken);
    }

    private async Task<CaseOutcome> ActAsync(
        SmeKpiContext context, int id, int version, CaseMove move, Filer by, DateOnly today, CancellationToken cancellationToken)
    {
        if (await CaseReader.FindAsync(context, id, cancellationToken) is not { } found
            || rules.Shown(by.Viewer, found) is not { } shown)
        {
            return CaseOutcome.Refused(CaseRefusal.Unknown);
        }

        CaseRefusal? refusal = shown.Version != version
            ? CaseRefusal.ChangedMeanwhile
            : rules.WhyNot(by.Viewer, move.Act, found, today) ?? CaseContent.Move(move, found, today);
        if (refusal is { } reason)
        {
            return CaseOutcome.Refused(reason);
        }

        // 期限的最后一日是法定休假日的顺延: a deadline on a day off lasts until the next working day.
        CaseMove fit = move.Deadline is { } deadline ? move with { Deadline = days.OnOrAfter(deadline) } : move;
        CaseStep step = found.Next(fit, by.Actor.Name, by.Actor.Role, clock.GetUtcNow());
        return await CommitAsync(context, id, found.Bank, step, by, cancellationToken);
    }

    private async Task<CaseOutcome> CommitAsync(
        SmeKpiContext context, int id, string bank, CaseStep step, Filer by, CancellationToken cancellationToken)
    {
        string until = step.Deadline is { } day ? string.Create(CultureInfo.InvariantCulture, $", until {day:yyyy-MM-dd}") : "";
        string found = step.Finding is { } finding ? $", {CaseNames.Of(finding)}" : "";
        AuditEntry entry = await audit.AppendAsync(
            context,
            by.Actor.Did(AuditAction.Case, Named(id), $"{CaseNames.Of(step.Act)}: {CaseNames.Of(step.State)}, bank {bank}{until}{found}"),
            cancellationToken);
        context.Add(CaseRecord.Row(id, step, entry.Number));
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
        return new CaseOutcome(id, null);
    }

    private async Task<CaseOutcome> DeniedAsync(
        CaseAct act, string target, CaseRefusal refusal, Filer by, CancellationToken cancellationToken)
    {
        await audit.RecordAsync(
            by.Actor.Did(AuditAction.Denied, target, $"{CaseNames.Of(act)}: {CaseRules.RightOf(act)}, {refusal}", AuditResult.Denied),
            cancellationToken);
        return CaseOutcome.Refused(refusal);
    }

    private static string Named(int id) => string.Create(CultureInfo.InvariantCulture, $"case {id}");
}
