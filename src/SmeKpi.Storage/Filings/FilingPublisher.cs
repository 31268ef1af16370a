using SmeKpi.Core.Auditing;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Filings;

/// <summary>Lets the figures of a signed filing count: checked once more, stored and published in one transaction.</summary>
/// <remarks>
/// Until then the filing before stays live. What the rules find now but did not when the bank explained and signed opens
/// the filing again: nobody has answered for it.
/// </remarks>
public sealed class FilingPublisher(FilingDesk desk, FilingRules rules)
{
    /// <param name="parsed">What the parser makes of the filing's bytes.</param>
    /// <param name="request">What the rules compare with.</param>
    /// <param name="importer">Stores and checks as for every other file.</param>
    public async Task<FilingOutcome> PublishAsync(
        Submission shown,
        SourceFile file,
        ParsedFile parsed,
        ImportRequest request,
        StatisticsImporter importer,
        Filer by,
        CancellationToken cancellationToken = default)
    {
        FilingOutcome? outcome = null;
        ImportReport report = await importer.StoreWithAsync(
            file,
            parsed,
            request,
            async (context, stored, token) =>
            {
                FilingStep step = desk.StepIn(context, token);
                outcome = await PublishAsync(step, shown, parsed, stored, by);
                return outcome.IsDone;
            },
            cancellationToken);
        if (outcome is null or { Refusal: FilingRefusal.CheckedAnew })
        {
            return await desk.RunAsync(step => ReopenAsync(step, shown, parsed, report.Findings, by), cancellationToken);
        }

        if (outcome.Refusal is { } refusal)
        {
            await desk.DeniedAsync(by, AuditAction.Publication, shown.Number, refusal, cancellationToken);
        }

        return outcome;
    }

    private async Task<FilingOutcome> PublishAsync(
        FilingStep step, Submission shown, ParsedFile parsed, ImportReport stored, Filer by)
    {
        if (await WhyNotAsync(step, shown, by) is { } refusal)
        {
            return FilingOutcome.Refused(refusal);
        }

        if (await IsNewAsync(step, shown.Id, parsed, stored.Findings))
        {
            return FilingOutcome.Refused(FilingRefusal.CheckedAnew);
        }

        SubmissionRow row = (await step.FindAsync(shown.Id))!;
        step.Go(row, FilingAct.Publish, SubmissionState.Published, by);
        row.Publisher = by.Actor.Name;
        row.PublishedTicks = step.Now;
        row.ImportId = stored.ImportId;
        await step.TraceAsync(by.Actor.Did(
            AuditAction.Publication, shown.Number, FormattableString.Invariant($"published: import {stored.ImportId}, {row.Sha256}")));
        await step.Context.SaveChangesAsync(step.Token);
        return new FilingOutcome(Submission.Of(row), null);
    }

    /// <summary>The filing has findings that nobody has answered for: it goes back to the bank with all of them.</summary>
    private async Task<FilingOutcome> ReopenAsync(
        FilingStep step, Submission shown, ParsedFile parsed, IReadOnlyList<Finding> findings, Filer by)
    {
        if (await WhyNotAsync(step, shown, by) is { } refusal)
        {
            return FilingOutcome.Refused(refusal);
        }

        SubmissionRow row = (await step.FindAsync(shown.Id))!;
        List<SubmissionFindingRow> before = await step.FindingsAsync(row.Id);
        step.Context.RemoveRange(before);
        await step.Context.SaveChangesAsync(step.Token);
        FilingChecker.AddFindings(step, row, parsed, findings, before);
        await step.Context.SaveChangesAsync(step.Token);
        FilingFacts facts = await step.FactsAsync(row);
        step.Go(row, FilingAct.Judge, FilingRules.After(facts.Blocking, facts.Unexplained), by, "checked anew");
        row.Signer = null;
        row.SignedTicks = null;
        await step.TraceAsync(by.Actor.Did(
            AuditAction.Publication, shown.Number, $"checked anew: {SubmissionStates.Of(row.State)}", AuditResult.Failed));
        await step.CommitAsync();
        return new FilingOutcome(Submission.Of(row), FilingRefusal.CheckedAnew);
    }

    private async Task<FilingRefusal?> WhyNotAsync(FilingStep step, Submission shown, Filer by) =>
        await step.FindAsync(shown.Id) is not { } row ? FilingRefusal.Unknown
        : rules.WhyNot(by.Viewer, FilingAct.Publish, await step.FactsAsync(row));

    private static async Task<bool> IsNewAsync(
        FilingStep step, int id, ParsedFile parsed, IReadOnlyList<Finding> findings)
    {
        HashSet<(string, string, int?)> answered =
            [.. (await step.FindingsAsync(id)).Select(row => (row.Rule, row.Subject, row.Month))];
        IReadOnlyList<FindingSubject> subjects = FindingSubject.Of(findings, parsed);
        return findings.Index().Any(each =>
            !answered.Contains((each.Item.Rule, FilingChecker.Stored(subjects[each.Index]), subjects[each.Index].Month?.Number)));
    }
}
