using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Storage;

/// <summary>A file's way into the database: received before? → parse → validate → store in one transaction.</summary>
/// <remarks>
/// Safe to run again: the same bytes change nothing, and a figure that is known already is not stored again. A
/// correction becomes a new vintage. A file that is refused leaves no statistics but its trace in the audit chain; its
/// report is kept on demand.
/// </remarks>
/// <param name="audit">Records who brought which file; null where nothing is recorded.</param>
public sealed class StatisticsImporter(
    IDbContextFactory<SmeKpiContext> contexts,
    Func<SourceFile, ParsedFile> parse,
    Func<ParsedFile, CheckInput, IReadOnlyList<Finding>> check,
    TimeProvider clock,
    AuditLog? audit = null)
{
    public async Task<ImportReport> ImportAsync(
        SourceFile file, ImportRequest request, CancellationToken cancellationToken = default)
    {
        ImportReport report = await TryAsync(file, request, cancellationToken);
        if (report.Outcome is ImportOutcome.Refused or ImportOutcome.AlreadyReceived
            && audit is not null && request.UploadedBy is { } actor)
        {
            await audit.RecordAsync(UploadTrace.Of(actor, report), cancellationToken);
        }

        return report;
    }

    private async Task<ImportReport> TryAsync(
        SourceFile file, ImportRequest request, CancellationToken cancellationToken)
    {
        string sha256 = PreparedFile.Hash(file);
        if (await FindReceivedAsync(sha256, cancellationToken) is { } first)
        {
            await CompleteAsync(request.Fence, cancellationToken);
            return AlreadyReceived(first) with { FileName = file.Name };
        }

        var prepared = new PreparedFile(file, sha256, parse(file), request);
        return prepared.Parsed.IsRefused
            ? prepared.Report(ImportOutcome.Refused)
            : await WriteTransaction.RunAsync(
                contexts,
                (context, token) => StoreAsync(context, prepared, (_, _, _) => Task.FromResult(true), token),
                cancellationToken);
    }

    /// <summary>What parser and rules have against a file as things are known now; nothing is stored.</summary>
    public async Task<IReadOnlyList<Finding>> CheckAsync(
        SourceFile file, ParsedFile parsed, ImportRequest request, CancellationToken cancellationToken = default)
    {
        if (parsed.Findings.Any(finding => finding.Severity == Severity.Unreadable))
        {
            return parsed.Findings;
        }

        PreparedFile prepared = new(file, PreparedFile.Hash(file), parsed, request);
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        await using ImportSession session =
            await ImportSession.BeginAsync(context, check, [prepared], clock.UtcTicks(), cancellationToken);
        return session.Check(prepared).Findings;
    }

    /// <summary>Stores a file that was parsed elsewhere, together with what else belongs to it.</summary>
    /// <param name="also">Writes the rest in the same transaction; when it answers no, nothing is stored.</param>
    internal async Task<ImportReport> StoreWithAsync(
        SourceFile file,
        ParsedFile parsed,
        ImportRequest request,
        Func<SmeKpiContext, ImportReport, CancellationToken, Task<bool>> also,
        CancellationToken cancellationToken)
    {
        PreparedFile prepared = new(file, PreparedFile.Hash(file), parsed, request);
        return parsed.IsRefused
            ? prepared.Report(ImportOutcome.Refused)
            : await WriteTransaction.RunAsync(
                contexts, (context, token) => StoreAsync(context, prepared, also, token), cancellationToken);
    }

    /// <summary>Stores a set of files in one transaction: all that are not refused, or none when it breaks.</summary>
    /// <returns>One report for each file, in the order of the files.</returns>
    /// <remarks>
    /// Files are stored in the order of the moments they ask for. While the database is empty, the moment that a file
    /// itself names counts, and master data without one are known since before the first figure.
    /// </remarks>
    public Task<IReadOnlyList<ImportReport>> ImportManyAsync(
        IEnumerable<SeedFile> files,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default) =>
        ImportManyAsync(files, trace: null, progress, cancellationToken);

    /// <inheritdoc cref="ImportManyAsync(IEnumerable{SeedFile}, IProgress{ImportProgress}?, CancellationToken)"/>
    /// <param name="trace">What the audit chain says about the set as a whole.</param>
    public async Task<IReadOnlyList<ImportReport>> ImportManyAsync(
        IEnumerable<SeedFile> files,
        AuditEvent? trace,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken = default)
    {
        PreparedFile[] prepared = [.. files.AsParallel().AsOrdered().WithCancellation(cancellationToken).Select(
            seed => new PreparedFile(seed.File, PreparedFile.Hash(seed.File), parse(seed.File), seed.Request))];
        return await WriteTransaction.RunAsync(
            contexts, (context, token) => StoreManyAsync(context, prepared, trace, progress, token), cancellationToken);
    }

    /// <summary>Keeps the report of a refused file, apart from what is stored, and ends its work.</summary>
    /// <returns>
    /// The number of the refusal; the same bytes refused again for the same reasons as last time keep their number. Null
    /// when another worker has taken over the work; then nothing is kept.
    /// </returns>
    public Task<int?> RecordRefusalAsync(
        ImportReport report, Fence? fence = null, CancellationToken cancellationToken = default) =>
        WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                long now = clock.UtcTicks();
                if (!await WorkQueue.PassAsync(context, fence, now, token))
                {
                    return null;
                }

                int id = await RefusalRecord.KeepAsync(context, report, now, token);
                await context.Database.CommitTransactionAsync(token);
                return (int?)id;
            },
            cancellationToken);

    /// <summary>Keeps the reports of those files of a set that were refused.</summary>
    /// <returns>All reports in their order, the refused ones with the number of their refusal.</returns>
    public Task<IReadOnlyList<ImportReport>> RecordRefusalsAsync(
        IReadOnlyList<ImportReport> reports, CancellationToken cancellationToken = default) =>
        reports.All(report => report.Outcome != ImportOutcome.Refused)
            ? Task.FromResult(reports)
            : WriteTransaction.RunAsync(
                contexts,
                (context, token) => RefusalRecord.KeepAllAsync(context, reports, clock.UtcTicks(), token),
                cancellationToken);

    internal static IQueryable<ImportRow> Received(SmeKpiContext context, string sha256) =>
        context.Imports.AsNoTracking().Where(import => import.Sha256 == sha256);

    private async Task<ImportReport> StoreAsync(
        SmeKpiContext context,
        PreparedFile file,
        Func<SmeKpiContext, ImportReport, CancellationToken, Task<bool>> also,
        CancellationToken cancellationToken)
    {
        // Another process may have stored the same bytes while this one parsed them.
        long now = clock.UtcTicks();
        if (await Received(context, file.Sha256).SingleOrDefaultAsync(cancellationToken) is { } first)
        {
            ImportReport received = AlreadyReceived(first) with { FileName = file.Source.Name };
            await WorkQueue.PassAsync(context, file.Request.Fence, now, cancellationToken);
            if (await also(context, received, cancellationToken))
            {
                await context.Database.CommitTransactionAsync(cancellationToken);
            }

            return received;
        }

        await using ImportSession session =
            await ImportSession.BeginAsync(context, check, [file], now, cancellationToken);
        ImportReport report = await session.StoreAsync(file, cancellationToken);
        if (report.Outcome != ImportOutcome.Stored)
        {
            return report;
        }

        if (!await WorkQueue.PassAsync(context, file.Request.Fence, now, cancellationToken))
        {
            return file.Report(ImportOutcome.LeaseLost);
        }

        if (file.Request.UploadedBy is { } actor)
        {
            await TraceAsync(context, [UploadTrace.Of(actor, report)], cancellationToken);
        }

        if (await also(context, report, cancellationToken))
        {
            await context.Database.CommitTransactionAsync(cancellationToken);
        }

        return report;
    }

    private async Task<IReadOnlyList<ImportReport>> StoreManyAsync(
        SmeKpiContext context,
        PreparedFile[] files,
        AuditEvent? trace,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        long now = clock.UtcTicks();
        Dictionary<string, ImportReport> received = await context.Imports.AsNoTracking().ToDictionaryAsync(
            import => import.Sha256, AlreadyReceived, StringComparer.Ordinal, cancellationToken);
        IReadOnlyList<PreparedFile> ordered = SeedOrder.Of(files, Ticks.ToMoment(now), received.Count == 0);
        await using ImportSession session = await ImportSession.BeginAsync(
            context, check, files, now, cancellationToken);

        var reports = new Dictionary<SourceFile, ImportReport>(ReferenceEqualityComparer.Instance);
        foreach (PreparedFile file in ordered)
        {
            ImportReport report = await StoreOneOfManyAsync(session, file, received, cancellationToken);
            reports[file.Source] = report;
            progress?.Report(new ImportProgress(reports.Count, files.Length, report));
        }

        await TraceAsync(
            context,
            [
                .. trace is null ? (IEnumerable<AuditEvent>)[] : [trace],
                .. files.Where(file => file.Request.UploadedBy is not null)
                    .Select(file => UploadTrace.Of(file.Request.UploadedBy!, reports[file.Source])),
            ],
            cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
        return [.. files.Select(file => reports[file.Source])];
    }

    private Task TraceAsync(SmeKpiContext context, IReadOnlyList<AuditEvent> events, CancellationToken cancellationToken) =>
        audit is null || events.Count == 0
            ? Task.CompletedTask
            : audit.SaveAsync(context, events, cancellationToken);

    private static async Task<ImportReport> StoreOneOfManyAsync(
        ImportSession session,
        PreparedFile file,
        Dictionary<string, ImportReport> received,
        CancellationToken cancellationToken)
    {
        if (received.TryGetValue(file.Sha256, out ImportReport? first))
        {
            return first with { FileName = file.Source.Name };
        }

        if (file.Parsed.IsRefused)
        {
            return file.Report(ImportOutcome.Refused);
        }

        ImportReport report = await session.StoreAsync(file, cancellationToken);
        if (report.Outcome == ImportOutcome.Stored)
        {
            received.Add(
                file.Sha256,
                report with { Outcome = ImportOutcome.AlreadyReceived, Stored = 0, Unchanged = 0, Months = [] });
        }

        return report;
    }

    private static ImportReport AlreadyReceived(ImportRow first) => new()
    {
        Outcome = ImportOutcome.AlreadyReceived,
        FileName = first.FileName,
        Sha256 = first.Sha256,
        ImportId = first.Id,
        KnownSince = Ticks.ToMoment(first.KnownSinceTicks),
        Layout = first.Layout,
        RowsRead = first.RowsRead,
        Synthetic = first.Synthetic,
        Findings = StorageJson.ToFindings(first.FindingsJson),
    };

    private async Task<ImportRow?> FindReceivedAsync(string sha256, CancellationToken cancellationToken)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Received(context, sha256).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Ends work whose effects were stored by an earlier run that was killed before it could say so.</summary>
    private async Task CompleteAsync(Fence? fence, CancellationToken cancellationToken)
    {
        if (fence is { Completes: true })
        {
            await new WorkQueue(contexts, clock).CompleteAsync(fence.WorkId, fence.Token, cancellationToken);
        }
    }
}
