using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage.Filings;

/// <summary>What the program does with a filing: read it, let the rules speak, write the verdict down.</summary>
/// <remarks>Safe to run again from the start after a kill: nothing is written before the verdict, and that is written once.</remarks>
public sealed class FilingChecker(IDbContextFactory<SmeKpiContext> contexts, FilingDesk desk)
{
    private static readonly Filer s_program = new(Core.Access.Viewer.Program);

    /// <summary>Notes that reading begins.</summary>
    /// <returns>Null when there is nothing to check: withdrawn or judged already; then the work is ended.</returns>
    public Task<(Submission Submission, SourceFile File)?> BeginAsync(
        int id, Fence fence, CancellationToken cancellationToken = default) =>
        desk.RunAsync<(Submission, SourceFile)?>(
            async step =>
            {
                if (await step.FindAsync(id) is not { } row || !row.State.IsWorking())
                {
                    await WorkQueue.PassAsync(step.Context, fence, step.Now, step.Token);
                    await step.CommitAsync();
                    return null;
                }

                if (row.State != SubmissionState.Parsing)
                {
                    step.Go(row, FilingAct.Parse, SubmissionState.Parsing, s_program);
                }

                SubmissionContentRow content = await step.Context.SubmissionContents.AsNoTracking()
                    .SingleAsync(each => each.SubmissionId == id, step.Token);
                await step.CommitAsync();
                return (Submission.Of(row), new SourceFile(row.FileName, content.Content));
            },
            cancellationToken);

    /// <summary>Notes that the bytes were read and the rules begin.</summary>
    public Task CheckingAsync(int id, CancellationToken cancellationToken = default) => desk.RunAsync(
        async step =>
        {
            if (await step.FindAsync(id) is { State: SubmissionState.Parsing } row)
            {
                step.Go(row, FilingAct.Check, SubmissionState.Checking, s_program);
                await step.CommitAsync();
            }

            return true;
        },
        cancellationToken);

    /// <summary>Writes the verdict and ends the work.</summary>
    /// <param name="findings">All of them, of parser and rules.</param>
    /// <returns>Null when another worker has taken over or the filing was withdrawn; then nothing was written.</returns>
    public Task<Submission?> JudgeAsync(
        int id, ParsedFile parsed, IReadOnlyList<Finding> findings, Fence fence, CancellationToken cancellationToken = default) =>
        desk.RunAsync(
            async step =>
            {
                bool holds = await WorkQueue.PassAsync(step.Context, fence, step.Now, step.Token);
                if (!holds || await step.FindAsync(id) is not { } row || !row.State.IsWorking())
                {
                    await step.CommitAsync();
                    return null;
                }

                Describe(row, parsed);
                Judge(step, row, parsed, findings);
                await step.TraceAsync(s_program.Actor.Did(
                    Core.Auditing.AuditAction.Filing, Submission.NumberOf(row), SubmissionStates.Of(row.State)));
                await step.CommitAsync();
                return Submission.Of(row);
            },
            cancellationToken);

    /// <summary>The other forms of a bank that rules may compare with: of the month, the one before and a year before.</summary>
    public async Task<IReadOnlyList<FormSheet>> OtherFormsAsync(
        Submission of, CancellationToken cancellationToken = default)
    {
        int[] months = [of.Month.Number, of.Month.AddMonths(-1).Number, of.Month.AddMonths(-12).Number];
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<SubmissionRow> rows = await context.Submissions.AsNoTracking()
            .Where(row => row.BankCode == of.Bank && row.Id != of.Id && row.FormsJson != null && months.Contains(row.Month))
            .OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(row => row.State.IsAccepted()).SelectMany(row => StorageJson.ToForms(row.FormsJson!))
                .DistinctBy(sheet => (sheet.Form, sheet.Block, sheet.Bank, sheet.Region, sheet.Month)),
        ];
    }

    /// <summary>Adds findings; a reason that was given for the same finding before stays.</summary>
    internal static void AddFindings(
        FilingStep step,
        SubmissionRow row,
        ParsedFile parsed,
        IReadOnlyList<Finding> findings,
        IReadOnlyList<SubmissionFindingRow> before)
    {
        IReadOnlyList<FindingSubject> subjects = FindingSubject.Of(findings, parsed);
        foreach ((int at, Finding finding) in findings.Index())
        {
            string subject = Stored(subjects[at]);
            int? month = subjects[at].Month?.Number;
            SubmissionFindingRow? known = before.FirstOrDefault(
                each => each.Rule == finding.Rule && each.Subject == subject && each.Month == month);
            step.Context.Add(new SubmissionFindingRow
            {
                SubmissionId = row.Id,
                Number = at + 1,
                Rule = finding.Rule,
                Subject = subject,
                Month = month,
                FindingJson = StorageJson.From([finding]),
                Blocks = finding.Blocks,
                Reason = known?.Reason,
                ReasonBy = known?.ReasonBy,
                ReasonTicks = known?.ReasonTicks,
            });
        }
    }

    internal static string Stored(FindingSubject subject) =>
        Configurations.Lengths.Cut(subject.Text, Configurations.Lengths.FileName);

    private static void Judge(FilingStep step, SubmissionRow row, ParsedFile parsed, IReadOnlyList<Finding> findings)
    {
        AddFindings(step, row, parsed, findings, []);
        if (findings.Any(finding => finding.Severity == Severity.Unreadable))
        {
            GoThrough(step, row, FilingAct.Parse, SubmissionState.Parsing);
            step.Go(row, FilingAct.Judge, SubmissionState.Unreadable, s_program);
            return;
        }

        GoThrough(step, row, FilingAct.Check, SubmissionState.Checking);
        int blocking = findings.Count(finding => finding.Blocks);
        step.Go(row, FilingAct.Judge, FilingRules.After(blocking, findings.Count - blocking), s_program);
    }

    private static void GoThrough(FilingStep step, SubmissionRow row, FilingAct act, SubmissionState state)
    {
        if (row.State != state)
        {
            step.Go(row, act, state, s_program);
        }
    }

    private static void Describe(SubmissionRow row, ParsedFile parsed)
    {
        row.Layout = parsed.Layout;
        row.RowsRead = parsed.Figures.Count;
        row.Synthetic = parsed.Synthetic;
        row.IndicatorsJson = StorageJson.From(
            [.. parsed.Figures.Where(figure => figure.Value is not null).Select(figure => figure.Series.Indicator).Distinct()]);
        row.FormsJson = parsed.Forms.Count == 0 ? null : StorageJson.From(parsed.Forms);
    }
}
