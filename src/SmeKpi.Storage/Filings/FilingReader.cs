using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Supervision;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Filings;

/// <summary>Reads filings with their findings and history. Who may see them is asked by whoever shows them.</summary>
public sealed class FilingReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <returns>Null when there is no such filing.</returns>
    public async Task<Submission?> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Submissions.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            is { } row ? Submission.Of(row) : null;
    }

    /// <returns>The filing whose figures an import holds; null when no bank filed it.</returns>
    public async Task<Submission?> OfImportAsync(int import, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Submissions.AsNoTracking().OrderBy(row => row.Id)
            .FirstOrDefaultAsync(row => row.ImportId == import, cancellationToken) is { } row ? Submission.Of(row) : null;
    }

    /// <summary>A stretch of the filings, newest first.</summary>
    /// <param name="bank">Only this bank's; null for all.</param>
    /// <param name="month">Only of this month; null for all.</param>
    /// <param name="state">Only in this state; null for all.</param>
    public async Task<IReadOnlyList<Submission>> ListAsync(
        string? bank, YearMonth? month, SubmissionState? state, int skip, int most, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<SubmissionRow> rows = await List(context, bank, month?.Number, state)
            .Skip(skip).Take(most).ToListAsync(cancellationToken);
        return [.. rows.Select(Submission.Of)];
    }

    /// <returns>The bytes as they came; null when there is no such filing.</returns>
    public async Task<SourceFile?> FileAsync(int id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var file = await (
            from row in context.Submissions
            join content in context.SubmissionContents on row.Id equals content.SubmissionId
            where row.Id == id
            select new { row.FileName, content.Content }).SingleOrDefaultAsync(cancellationToken);
        return file is null ? null : new SourceFile(file.FileName, file.Content);
    }

    /// <summary>The history, oldest first.</summary>
    public async Task<IReadOnlyList<SubmissionStep>> StepsAsync(int id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<SubmissionStepRow> rows = await context.SubmissionSteps.AsNoTracking()
            .Where(row => row.SubmissionId == id).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new SubmissionStep(
                Ticks.ToMoment(row.AtTicks), row.State, row.Actor, row.Role, row.Note, row.AuditNumber)),
        ];
    }

    /// <summary>The findings in their order, with the reason that the bank gave last for the same rule and subject.</summary>
    public async Task<IReadOnlyList<SubmissionFinding>> FindingsAsync(
        int id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<SubmissionFindingRow> rows = await context.SubmissionFindings.AsNoTracking()
            .Where(row => row.SubmissionId == id).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        Dictionary<(string, string), string> offered = await OfferedAsync(context, id, cancellationToken);
        return
        [
            .. rows.Select(row => new SubmissionFinding(
                row.Number,
                ToFinding(row),
                row.Subject,
                row.Month is { } month ? YearMonth.FromNumber(month) : null,
                row.Reason,
                row.ReasonBy,
                row.ReasonTicks is { } ticks ? Ticks.ToMoment(ticks) : null,
                row.Reason is null && !row.Blocks ? offered.GetValueOrDefault((row.Rule, row.Subject)) : null)),
        ];
    }

    /// <summary>Filings that no rule keeps out and whose figures did not count at a moment, oldest first.</summary>
    /// <param name="asOf">Null for now.</param>
    public async Task<IReadOnlyList<WaitingSubmission>> WaitingAsync(
        DateTimeOffset? asOf, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<WaitingRow> rows = await Waiting(context, Ticks.UpTo(asOf)).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(each => new WaitingSubmission(
                each.Row.Id,
                each.Row.BankCode,
                YearMonth.FromNumber(each.Row.Month),
                Ticks.ToMoment(each.Row.ReceivedTicks),
                StorageJson.ToTexts(each.Row.IndicatorsJson!),
                IsWithBank: each.State != SubmissionState.Signed)),
        ];
    }

    /// <summary>Every version that banks filed for some months, in the state it had at a moment, with what it was before.</summary>
    /// <param name="asOf">Null for now.</param>
    public async Task<IReadOnlyList<FilingVersion>> VersionsAsync(
        YearMonth from, YearMonth to, DateTimeOffset? asOf, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await Versions(context, from.Number, to.Number, Ticks.UpTo(asOf)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new FilingVersion(row.Bank, YearMonth.FromNumber(row.Month), row.State, row.WasRefused))];
    }

    internal static IQueryable<FiledState> Versions(SmeKpiContext context, int first, int last, long asOf) =>
        from row in context.Submissions.AsNoTracking()
        where row.ReceivedTicks <= asOf && row.Month >= first && row.Month <= last
        orderby row.Id
        select new FiledState(
            row.BankCode,
            row.Month,
            context.SubmissionSteps.Where(step => step.SubmissionId == row.Id && step.AtTicks <= asOf)
                .OrderByDescending(step => step.Id).Select(step => step.State).FirstOrDefault(),
            context.SubmissionSteps.Any(step => step.SubmissionId == row.Id && step.AtTicks <= asOf
                && (step.State == SubmissionState.Rejected || step.State == SubmissionState.Unreadable)));

    internal static IQueryable<WaitingRow> Waiting(SmeKpiContext context, long asOf) =>
        from row in context.Submissions.AsNoTracking()
        where row.ReceivedTicks <= asOf && row.IndicatorsJson != null
        let state = context.SubmissionSteps.Where(step => step.SubmissionId == row.Id && step.AtTicks <= asOf)
            .OrderByDescending(step => step.Id).Select(step => step.State).FirstOrDefault()
        where state == SubmissionState.ToExplain || state == SubmissionState.ReadyToSign || state == SubmissionState.Signed
        orderby row.Id
        select new WaitingRow(row, state);

    internal static IQueryable<SubmissionRow> List(
        SmeKpiContext context, string? bank, int? month, SubmissionState? state) =>
        context.Submissions.AsNoTracking()
            .Where(row => (bank == null || row.BankCode == bank)
                && (month == null || row.Month == month)
                && (state == null || row.State == state))
            .OrderByDescending(row => row.Id);

    internal static IQueryable<SubmissionFindingRow> Reasons(SmeKpiContext context, int id) =>
        from own in context.Submissions
        where own.Id == id
        from other in context.Submissions
        where other.BankCode == own.BankCode && other.Id != own.Id
        join finding in context.SubmissionFindings.AsNoTracking() on other.Id equals finding.SubmissionId
        where finding.Reason != null
        orderby finding.ReasonTicks descending
        select finding;

    private static async Task<Dictionary<(string, string), string>> OfferedAsync(
        SmeKpiContext context, int id, CancellationToken cancellationToken)
    {
        Dictionary<(string, string), string> offered = [];
        await foreach (SubmissionFindingRow row in Reasons(context, id).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            offered.TryAdd((row.Rule, row.Subject), row.Reason!);
        }

        return offered;
    }

    private static Finding ToFinding(SubmissionFindingRow row) => StorageJson.ToFindings(row.FindingJson)[0];
}
