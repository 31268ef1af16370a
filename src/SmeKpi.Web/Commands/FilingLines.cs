using System.Globalization;
using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Accounts;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Work;
using SmeKpi.Web.Filing;
using SmeKpi.Web.Jobs;

namespace SmeKpi.Web.Commands;

/// <summary>`smekpi import --as USER` for somebody of a bank: files are filed, not stored, and wait for reasons or signature.</summary>
internal static class FilingLines
{
    /// <returns>Null when nobody of a bank has this name: then an authority imports.</returns>
    public static async Task<Filer?> FilerAsync(IServiceProvider services, string? name, CancellationToken cancellationToken) =>
        name is not null
        && await services.GetRequiredService<AccountDesk>().FindAsync(name, cancellationToken) is { IsDisabled: false } account
        && account.Facts.Role.IsOfBank()
            ? new Filer(account.ToViewer(hasSecondFactor: true))
            : null;

    /// <summary>Files, checks and prints each; the exit code says what the worst of them needs.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider services, IReadOnlyList<string> paths, YearMonth? month, Filer by, CancellationToken cancellationToken)
    {
        DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        List<int> codes = [];
        foreach (string path in paths)
        {
            SourceFile file = new(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken));
            FilingArrival arrival = new(
                by.Viewer.Bank!, month ?? FilingMonth.Of(file.Name, now), file, FilingChannels.Command);
            FilingOutcome outcome =
                await services.GetRequiredService<FilingDesk>().ReceiveAsync(arrival, by, cancellationToken);
            codes.Add(outcome.Submission is { } taken
                ? await PrintAsync(services, await JudgeAsync(services, taken, cancellationToken), outcome, cancellationToken)
                : Refused(file, outcome.Refusal!.Value));
        }

        return codes.Contains(CommandLine.Rejected) ? CommandLine.Rejected : codes.Max();
    }

    private static async Task<Submission> JudgeAsync(
        IServiceProvider services, Submission taken, CancellationToken cancellationToken)
    {
        if (!taken.State.IsWorking())
        {
            return taken;
        }

        WorkQueue queue = services.GetRequiredService<WorkQueue>();
        long work = await queue.EnqueueAsync(
            WorkKinds.CheckFiling,
            WorkKinds.CheckFilingKey(taken.Id),
            taken.Id.ToString(CultureInfo.InvariantCulture),
            cancellationToken);
        return await queue.TryLeaseAsync(work, TimeSpan.FromMinutes(1), cancellationToken) is { } token
            && await services.GetRequiredService<FilingCheck>().RunAsync(taken.Id, new Fence(work, token), cancellationToken)
                is { } judged ? judged : taken;
    }

    private static async Task<int> PrintAsync(
        IServiceProvider services, Submission filing, FilingOutcome outcome, CancellationToken cancellationToken)
    {
        string again = outcome.AlreadyReceived ? " (already received)" : string.Empty;
        Console.WriteLine($"{SubmissionStates.Of(filing.State)}{again} {filing.FileName} [{filing.Layout}] {filing.Number}");
        foreach (SubmissionFinding finding in
            await services.GetRequiredService<FilingReader>().FindingsAsync(filing.Id, cancellationToken))
        {
            Console.WriteLine("  " + RuleMessages.Describe(finding.Finding, CultureInfo.CurrentUICulture));
        }

        return filing.State switch
        {
            SubmissionState.Published => CommandLine.Accepted,
            SubmissionState.Unreadable or SubmissionState.Rejected or SubmissionState.Withdrawn => CommandLine.Rejected,
            _ => CommandLine.Waits,
        };
    }

    private static int Refused(SourceFile file, FilingRefusal refusal)
    {
        Console.WriteLine($"refused {file.Name}: {refusal}");
        return CommandLine.Rejected;
    }
}
