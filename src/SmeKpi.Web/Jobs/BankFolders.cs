using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Validation;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Filing;

namespace SmeKpi.Web.Jobs;

/// <summary>Files that banks put into their own folders below the drop folder, named by the bank's code, become filings.</summary>
/// <remarks>
/// Whoever can write to the folder files for the bank; somebody else of the bank has to sign. The file is moved after
/// it was taken in: killed in between, the next look finds the same bytes "already received" and only moves it.
/// </remarks>
internal sealed class BankFolders(DropFolder folder, FilingIntake intake, MasterDataReader master, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FileInfo> waiting = [.. folder.WaitingOfBanks()];
        if (waiting.Count == 0)
        {
            return;
        }

        MasterData banks = await master.ReadAsync(cancellationToken: cancellationToken);
        foreach (FileInfo file in waiting.Where(file => banks.FindBank(file.Directory!.Name) is not null))
        {
            if (!await folder.TryRefuseBySizeAsync(file, cancellationToken))
            {
                await TakeAsync(file, cancellationToken);
            }
        }
    }

    private async Task TakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (await DropFolder.IdentifyAsync(file, cancellationToken) is not { } argument
            || await DropFolder.ReadAsync(argument, cancellationToken) is not { } content)
        {
            return;
        }

        string bank = file.Directory!.Name;
        FilingOutcome outcome = await intake.TakeAsync(
            new FilingArrival(bank, FilingMonth.Of(file.Name, clock.GetUtcNow()), new SourceFile(file.Name, content), FilingChannels.Folder),
            new Filer(new Viewer($"folder:{bank}", Role.BankReporter, bank, [], HasSecondFactor: true)),
            cancellationToken);
        if (outcome.IsDone)
        {
            folder.Accept(argument);
        }
        else
        {
            await folder.RefuseAsync(argument, [Why(outcome.Refusal!.Value)], cancellationToken);
        }
    }

    private static Finding Why(FilingRefusal refusal) => refusal == FilingRefusal.Empty
        ? new Finding(RuleNumbers.EmptyFile, null, "0", "> 0")
        : new Finding(RuleNumbers.BadMonth, null, $"{refusal}", "yyyy-MM");
}
