using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Filings;

/// <summary>What people do with filings (报送). Every act asks the rules, stands in the audit chain, or is not done.</summary>
/// <remarks>Nothing is overwritten: bytes stay as they came, each step is added to the history.</remarks>
public sealed class FilingDesk(
    IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock, FilingRules rules)
{
    /// <summary>The largest file that is taken.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    private const int FirstYear = 2000;

    /// <summary>Keeps a file that a bank brings. The same bytes for the same month again change nothing, unless withdrawn.</summary>
    public async Task<FilingOutcome> ReceiveAsync(
        FilingArrival arrival, Filer by, CancellationToken cancellationToken = default)
    {
        FilingRefusal? refusal = WhyNotReceive(arrival, by);
        FilingOutcome outcome = refusal is { } early
            ? FilingOutcome.Refused(early)
            : await RunAsync(step => ReceiveAsync(step, arrival, by), cancellationToken);
        if (outcome.Refusal is { } reason)
        {
            await DeniedAsync(by, AuditAction.Upload, $"{arrival.Bank} {arrival.Month}", reason, cancellationToken);
        }

        return outcome;
    }

    /// <summary>Gives reasons for findings, by their numbers. With the last one missing the filing can be signed.</summary>
    public Task<FilingOutcome> ExplainAsync(
        int id, IReadOnlyDictionary<int, string> reasons, Filer by, CancellationToken cancellationToken = default) =>
        ActAsync(id, FilingAct.Explain, by, async (step, row) =>
        {
            if (reasons.Count == 0 || reasons.Values.Any(reason => !FilingRules.IsFit(reason)))
            {
                return FilingRefusal.ReasonIsUnfit;
            }

            List<SubmissionFindingRow> findings = await step.FindingsAsync(id);
            if (reasons.Keys.Except(findings.Where(finding => !finding.Blocks).Select(finding => finding.Number)).Any())
            {
                return FilingRefusal.FindingUnknown;
            }

            foreach (SubmissionFindingRow finding in findings.Where(finding => reasons.ContainsKey(finding.Number)))
            {
                finding.Reason = reasons[finding.Number].Trim();
                finding.ReasonBy = by.Actor.Name;
                finding.ReasonTicks = step.Now;
            }

            int open = findings.Count(finding => !finding.Blocks && finding.Reason is null);
            step.Go(row, FilingAct.Explain, FilingRules.After(0, open), by, FormattableString.Invariant($"{reasons.Count}"));
            return null;
        }, cancellationToken);

    /// <summary>A second person of the bank answers for the figures.</summary>
    public Task<FilingOutcome> SignAsync(int id, Filer by, CancellationToken cancellationToken = default) =>
        ActAsync(id, FilingAct.Sign, by, (step, row) =>
        {
            step.Go(row, FilingAct.Sign, SubmissionState.Signed, by);
            row.Signer = by.Actor.Name;
            row.SignedTicks = step.Now;
            return Task.FromResult<FilingRefusal?>(null);
        }, cancellationToken);

    /// <summary>The regulator sends a signed filing back.</summary>
    /// <param name="reason">For the bank to read.</param>
    public Task<FilingOutcome> ReturnAsync(
        int id, string reason, Filer by, CancellationToken cancellationToken = default) =>
        ActAsync(id, FilingAct.Return, by, (step, row) =>
        {
            if (!FilingRules.IsFit(reason))
            {
                return Task.FromResult<FilingRefusal?>(FilingRefusal.ReasonIsUnfit);
            }

            step.Go(row, FilingAct.Return, SubmissionState.Rejected, by, reason.Trim());
            return Task.FromResult<FilingRefusal?>(null);
        }, cancellationToken);

    /// <summary>The bank takes a filing back; the same bytes may then be filed again.</summary>
    public Task<FilingOutcome> WithdrawAsync(int id, Filer by, CancellationToken cancellationToken = default) =>
        ActAsync(id, FilingAct.Withdraw, by, (step, row) =>
        {
            step.Go(row, FilingAct.Withdraw, SubmissionState.Withdrawn, by);
            return Task.FromResult<FilingRefusal?>(null);
        }, cancellationToken);

    /// <summary>Whether a person could do something now, for pages that offer it.</summary>
    public async Task<FilingRefusal?> WhyNotAsync(
        int id, FilingAct act, Filer by, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        FilingStep step = new(context, audit, clock.UtcTicks(), cancellationToken);
        return await step.FindAsync(id) is { } row
            ? rules.WhyNot(by.Viewer, act, await step.FactsAsync(row))
            : FilingRefusal.Unknown;
    }

    /// <summary>Records that somebody tried what is not allowed.</summary>
    public async Task<FilingOutcome> RefuseAsync(
        int id, FilingAct act, FilingRefusal refusal, Filer by, CancellationToken cancellationToken = default)
    {
        await DeniedAsync(by, ActionOf(act), FormattableString.Invariant($"filing {id}: {act}"), refusal, cancellationToken);
        return FilingOutcome.Refused(refusal);
    }

    internal Task<T> RunAsync<T>(Func<FilingStep, Task<T>> work, CancellationToken cancellationToken) =>
        WriteTransaction.RunAsync(
            contexts,
            (context, token) => work(new FilingStep(context, audit, clock.UtcTicks(), token)),
            cancellationToken);

    /// <summary>A step in somebody else's transaction, who commits.</summary>
    internal FilingStep StepIn(SmeKpiContext context, CancellationToken cancellationToken) =>
        new(context, audit, clock.UtcTicks(), cancellationToken);

    internal Task DeniedAsync(
        Filer by, string action, string target, FilingRefusal reason, CancellationToken cancellationToken) =>
        audit.RecordAsync(by.Actor.Did(action, target, $"{reason}", AuditResult.Denied), cancellationToken);

    private async Task<FilingOutcome> ActAsync(
        int id,
        FilingAct act,
        Filer by,
        Func<FilingStep, SubmissionRow, Task<FilingRefusal?>> work,
        CancellationToken cancellationToken)
    {
        FilingOutcome outcome = await RunAsync(
            async step =>
            {
                if (await step.FindAsync(id) is not { } row)
                {
                    return FilingOutcome.Refused(FilingRefusal.Unknown);
                }

                FilingRefusal? refusal = rules.WhyNot(by.Viewer, act, await step.FactsAsync(row)) ?? await work(step, row);
                if (refusal is { } reason)
                {
                    return FilingOutcome.Refused(reason);
                }

                await step.TraceAsync(by.Actor.Did(
                    ActionOf(act), Submission.NumberOf(row), $"{act}: {SubmissionStates.Of(row.State)}, {row.Sha256}"));
                await step.CommitAsync();
                return new FilingOutcome(Submission.Of(row), null);
            },
            cancellationToken);
        return outcome.Refusal is { } refused
            ? await RefuseAsync(id, act, refused, by, cancellationToken)
            : outcome;
    }

    private static string ActionOf(FilingAct act) => act switch
    {
        FilingAct.Sign => AuditAction.Signature,
        FilingAct.Publish or FilingAct.Return => AuditAction.Publication,
        _ => AuditAction.Filing,
    };

    private FilingRefusal? WhyNotReceive(FilingArrival arrival, Filer by)
    {
        DateTimeOffset china = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8));
        return rules.WhyNotFile(by.Viewer, arrival.Bank)
            ?? (arrival.File.Content.IsEmpty ? FilingRefusal.Empty
                : arrival.File.Content.Length > MostBytes ? FilingRefusal.TooLarge
                : arrival.Month.Year < FirstYear || arrival.Month > new YearMonth(china.Year, china.Month) ? FilingRefusal.MonthIsUnfit
                : null);
    }

    private static async Task<FilingOutcome> ReceiveAsync(FilingStep step, FilingArrival arrival, Filer by)
    {
        SmeKpiContext context = step.Context;
        if (!await context.Banks.AnyAsync(bank => bank.Code == arrival.Bank, step.Token))
        {
            return FilingOutcome.Refused(FilingRefusal.BankUnknown);
        }

        string sha256 = PreparedFile.Hash(arrival.File);
        List<SubmissionRow> earlier = await context.Submissions.AsNoTracking()
            .Where(row => row.BankCode == arrival.Bank && row.Month == arrival.Month.Number).ToListAsync(step.Token);
        if (earlier.FirstOrDefault(row => row.Sha256 == sha256 && row.State != SubmissionState.Withdrawn) is { } same)
        {
            await step.TraceAsync(by.Actor.Did(AuditAction.Upload, $"{sha256} {arrival.File.Name}", $"already received: {Submission.NumberOf(same)}"));
            await step.CommitAsync();
            return new FilingOutcome(Submission.Of(same), null, AlreadyReceived: true);
        }

        SubmissionRow added = await AddAsync(step, arrival, sha256, earlier.Select(row => row.Sequence).DefaultIfEmpty().Max() + 1, by);
        await step.TraceAsync(by.Actor.Did(
            AuditAction.Upload, $"{sha256} {arrival.File.Name}", $"filing {Submission.NumberOf(added)} by {arrival.Channel}"));
        await step.CommitAsync();
        return new FilingOutcome(Submission.Of(added), null);
    }

    private static async Task<SubmissionRow> AddAsync(
        FilingStep step, FilingArrival arrival, string sha256, int sequence, Filer by)
    {
        SubmissionRow row = new()
        {
            BankCode = arrival.Bank,
            Month = arrival.Month.Number,
            Sequence = sequence,
            Sha256 = sha256,
            FileName = Lengths.Cut(arrival.File.Name, Lengths.FileName),
            ByteLength = arrival.File.Content.Length,
            Channel = arrival.Channel,
            Maker = by.Actor.Name,
            ReceivedTicks = step.Now,
        };
        step.Context.Add(row);
        await step.Context.SaveChangesAsync(step.Token);
        step.Context.Add(new SubmissionContentRow { SubmissionId = row.Id, Content = arrival.File.Content.ToArray() });
        step.Note(row, by, arrival.File.Name);
        return row;
    }
}
