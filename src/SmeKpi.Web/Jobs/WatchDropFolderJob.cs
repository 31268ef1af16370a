using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Imports;
using SmeKpi.Storage.Observations;
using SmeKpi.Storage.Rows;
using SmeKpi.Storage.Work;

namespace SmeKpi.Web.Jobs;

/// <summary>Looks into the drop folder and writes down one piece of work for each file.</summary>
/// <remarks>Any number of runs ask for the same work once; a file whose bytes are stored already is only moved.</remarks>
internal sealed class WatchDropFolderJob(
    DropFolder folder, WorkDesk desk, WorkQueue queue, ImportReader imports, SnapshotReader snapshots, AuditLog audit,
    BankFolders banks)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (FileInfo file in folder.Waiting().ToList())
        {
            if (await folder.TryRefuseBySizeAsync(file, cancellationToken))
            {
                await audit.RecordAsync(
                    ImportDroppedFile.Actor.Did(AuditAction.Upload, file.Name, AuditResult.Failed, "refused: too large"),
                    cancellationToken);
            }
            else if (await DropFolder.IdentifyAsync(file, cancellationToken) is { } argument)
            {
                await AskAsync(argument, cancellationToken);
            }
        }

        await banks.RunAsync(cancellationToken);
    }

    private async Task AskAsync(ImportArgument argument, CancellationToken cancellationToken)
    {
        if (await imports.IsStoredAsync(argument.Sha256, cancellationToken))
        {
            await audit.RecordAsync(
                ImportDroppedFile.Actor.Did(
                    AuditAction.Upload, $"{argument.Sha256} {Path.GetFileName(argument.Path)}", detail: "already received"),
                cancellationToken);
            folder.Accept(argument);
            return;
        }

        if (!await IsOverAsync(WorkKinds.ImportKey(argument.Sha256), argument, cancellationToken))
        {
            return;
        }

        // Refused before: worth another try only when something else is known by now.
        DateTimeOffset? version = await snapshots.DataVersionAsync(cancellationToken: cancellationToken);
        string again = WorkKinds.ImportAgainKey(argument.Sha256, version);
        if (await IsOverAsync(again, argument, cancellationToken)
            && await imports.FindRefusalAsync(argument.Sha256, cancellationToken) is { } findings)
        {
            await folder.RefuseAsync(argument, findings, cancellationToken);
        }
    }

    private async Task<bool> IsOverAsync(string key, ImportArgument argument, CancellationToken cancellationToken)
    {
        long id = await desk.EnqueueAsync(WorkKinds.Import, key, argument.ToJson(), cancellationToken);
        return await queue.FindAsync(id, cancellationToken) is { State: WorkState.Done or WorkState.Failed };
    }
}
