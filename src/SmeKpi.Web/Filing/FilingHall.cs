using SmeKpi.Core.Access;
using SmeKpi.Core.Filing;
using SmeKpi.Core.Sources;
using SmeKpi.Core.Units;
using SmeKpi.Core.Validation;
using SmeKpi.Storage;
using SmeKpi.Storage.Filings;
using SmeKpi.Storage.Observations;
using SmeKpi.Web.Access;
using SmeKpi.Web.Jobs;

namespace SmeKpi.Web.Filing;

/// <summary>Where people file (报送大厅): pages and API come through here, with who they are and what they may see.</summary>
internal sealed class FilingHall(
    CurrentViewer current,
    IHttpContextAccessor accessor,
    BankViews views,
    FilingDesk desk,
    FilingReader reader,
    FilingRules rules,
    FilingIntake intake,
    FilingDossier dossier,
    FilingPublisher publisher,
    StatisticsImporter importer,
    MasterDataReader master,
    WorkDesk work)
{
    /// <summary>Whether the person files for a bank at all.</summary>
    public async Task<bool> MayFileAsync() => await current.AllowsAsync(Right.FilingsMake);

    /// <summary>The names of the banks by code.</summary>
    public async Task<IReadOnlyDictionary<string, LocalizedText>> BankNamesAsync(CancellationToken cancellationToken) =>
        (await master.ReadAsync(cancellationToken: cancellationToken)).Banks.ToDictionary(bank => bank.Code, bank => bank.Name);

    /// <summary>Takes a file in; it is read and judged in the background.</summary>
    /// <param name="bank">Null for the person's own.</param>
    public async Task<FilingOutcome> FileAsync(
        string? bank, YearMonth month, SourceFile file, string channel, CancellationToken cancellationToken)
    {
        Filer by = await FilerAsync();
        string code = bank ?? by.Viewer.Bank ?? string.Empty;
        return await intake.TakeAsync(new FilingArrival(code, month, file, channel), by, cancellationToken);
    }

    /// <summary>A page of the filings that the person may see, newest first, and whether there are more.</summary>
    public async Task<(IReadOnlyList<Submission> Filings, bool More)> ListAsync(
        FilingQuery query, CancellationToken cancellationToken)
    {
        Viewer viewer = await current.GetAsync();
        string? bank = rules.MaySee(viewer, query.Bank ?? viewer.Bank ?? string.Empty) ? query.Bank ?? viewer.Bank : viewer.Bank;
        if (!rules.MaySee(viewer, bank ?? string.Empty))
        {
            return ([], false);
        }

        IReadOnlyList<Submission> found = await reader.ListAsync(
            bank, query.Month, query.State, query.Skip, FilingQuery.PageSize + 1, cancellationToken);
        await views.RecordAsync(found.Select(filing => filing.Bank), null, query.Month, query.Month, cancellationToken);
        return ([.. found.Take(FilingQuery.PageSize)], found.Count > FilingQuery.PageSize);
    }

    /// <returns>Null when there is no such filing or it is not the person's to see.</returns>
    public async Task<Submission?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(id, cancellationToken) is not { } found
            || !rules.MaySee(await current.GetAsync(), found.Bank))
        {
            return null;
        }

        await views.RecordAsync([found.Bank], null, found.Month, found.Month, cancellationToken);
        return found;
    }

    /// <summary>Everything that a page shows of a filing. Ask <see cref="FindAsync"/> first.</summary>
    public async Task<FilingView> ViewAsync(Submission of, CancellationToken cancellationToken)
    {
        Filer by = await FilerAsync();
        Dictionary<FilingAct, FilingRefusal?> acts = [];
        foreach (FilingAct act in FilingView.Offered)
        {
            acts[act] = await desk.WhyNotAsync(of.Id, act, by, cancellationToken);
        }

        return new FilingView(
            of,
            await reader.FindingsAsync(of.Id, cancellationToken),
            await reader.StepsAsync(of.Id, cancellationToken),
            acts);
    }

    /// <summary>The findings of a filing. Ask <see cref="FindAsync"/> first.</summary>
    public Task<IReadOnlyList<SubmissionFinding>> FindingsAsync(Submission of, CancellationToken cancellationToken) =>
        reader.FindingsAsync(of.Id, cancellationToken);

    /// <returns>The bytes as they came; null when there is no such filing or it is not the person's to see.</returns>
    public async Task<SourceFile?> FileOfAsync(int id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is null ? null : await reader.FileAsync(id, cancellationToken);

    public async Task<FilingOutcome> ExplainAsync(
        int id, IReadOnlyDictionary<int, string> reasons, CancellationToken cancellationToken) =>
        await desk.ExplainAsync(id, reasons, await FilerAsync(), cancellationToken);

    public async Task<FilingOutcome> SignAsync(int id, CancellationToken cancellationToken) =>
        await desk.SignAsync(id, await FilerAsync(), cancellationToken);

    public async Task<FilingOutcome> WithdrawAsync(int id, CancellationToken cancellationToken) =>
        await desk.WithdrawAsync(id, await FilerAsync(), cancellationToken);

    public async Task<FilingOutcome> ReturnAsync(int id, string reason, CancellationToken cancellationToken) =>
        await desk.ReturnAsync(id, reason, await FilerAsync(), cancellationToken);

    /// <summary>Reads the filing once more, stores its figures and asks for the readings that change.</summary>
    public async Task<FilingOutcome> PublishAsync(int id, CancellationToken cancellationToken)
    {
        Filer by = await FilerAsync();
        if (await desk.WhyNotAsync(id, FilingAct.Publish, by, cancellationToken) is { } refusal)
        {
            return await desk.RefuseAsync(id, FilingAct.Publish, refusal, by, cancellationToken);
        }

        Submission shown = (await reader.FindAsync(id, cancellationToken))!;
        SourceFile file = (await reader.FileAsync(id, cancellationToken))!;
        ParsedFile parsed = await dossier.ParseAsync(shown, file, cancellationToken);
        FilingOutcome outcome = await publisher.PublishAsync(
            shown, file, parsed, await dossier.RequestAsync(shown, cancellationToken), importer, by, cancellationToken);
        if (outcome.IsDone)
        {
            await work.EnqueueComputeAsync(cancellationToken);
        }

        return outcome;
    }

    private async Task<Filer> FilerAsync() => new(
        await current.GetAsync(), accessor.HttpContext?.Connection.RemoteIpAddress?.ToString());
}
