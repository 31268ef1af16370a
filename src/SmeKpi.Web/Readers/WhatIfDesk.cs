using SmeKpi.Core.Access;
using SmeKpi.Core.Attribution;
using SmeKpi.Core.Kpis;
using SmeKpi.Core.Policies;
using SmeKpi.Core.Statistics;
using SmeKpi.Core.Units;
using SmeKpi.Core.WhatIf;
using SmeKpi.Storage.Proposals;
using SmeKpi.Web.Access;

namespace SmeKpi.Web.Readers;

/// <summary>The door to scenarios and proposals: tried on everything, cut to what the viewer may see.</summary>
internal sealed class WhatIfDesk(
    ViewSource source,
    VisibleCauses causes,
    CurrentViewer current,
    FigureShelf shelf,
    BankViews views,
    ProposalDesk proposals,
    PolicyDocument policy,
    IHttpContextAccessor accessor)
{
    /// <param name="query">Month and as-of moment; the area is the city's in any case.</param>
    /// <param name="given">Names and values of the scenario.</param>
    public async Task<WhatIfView> TryAsync(
        ViewQuery query, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken)
    {
        ViewQuery ofCity = query with { Region = null };
        ViewData data = await source.ReadAsync(ofCity, false, cancellationToken);
        bool seesBanks = data.BankRows == BankRows.Every && (await current.GetAsync()).Counties.Count == 0;
        (Scenario scenario, IReadOnlyList<ScenarioFault> faults) =
            ScenarioForm.Read(given, data.Month, await ChoicesAsync(query.AsOf, cancellationToken));
        WhatIfResult? result = !data.SeesCity || data.KnownSince is null ? null : await shelf.ReadAsync(
            query.AsOf,
            figures => WhatIfTrial.Run(new KpiInput(figures, policy, data.Month, new Subject(data.Region)), scenario),
            cancellationToken);
        IReadOnlyList<PlanRow> rows = await SeenAsync(data, scenario, result, seesBanks, query.AsOf, cancellationToken);
        return new WhatIfView(
            PeriodMapping.Period(data, ofCity),
            given,
            scenario,
            faults,
            result,
            seesBanks ? [.. data.Master.OpenIn(data.Month)] : [],
            rows,
            Names(data.Master))
        {
            MaySave = await current.AllowsAsync(Right.ProposalsWrite),
            HidesParts = rows.Count < (result?.PlanRows.Count ?? 0),
            DataKnownSince = data.KnownSince,
        };
    }

    /// <returns>The number of the proposal, or why it was not saved.</returns>
    public async Task<(int? Id, ProposalRefusal? Refusal)> SaveAsync(
        WhatIfView view, string name, string note, CancellationToken cancellationToken)
    {
        ProposalDraft draft = new(
            name,
            view.Period.Month,
            view.DataKnownSince ?? DateTimeOffset.UnixEpoch,
            ScenarioForm.Write(view.Scenario),
            note);
        return !view.IsFit || view.DataKnownSince is null
            ? (null, ProposalRefusal.Unknown)
            : await proposals.SaveAsync(draft, await current.GetAsync(), Address, cancellationToken);
    }

    public async Task<IReadOnlyList<Proposal>> ListAsync(CancellationToken cancellationToken) =>
        await proposals.ListAsync(await current.GetAsync(), cancellationToken);

    /// <returns>Null when there is none of that number.</returns>
    public async Task<ProposalView?> FindAsync(int id, CancellationToken cancellationToken)
    {
        Viewer viewer = await current.GetAsync();
        if (await proposals.FindAsync(id, viewer, cancellationToken) is not { } proposal)
        {
            return null;
        }

        return new ProposalView(
            proposal,
            await TryAsync(new ViewQuery(proposal.Month, proposal.DataKnownSince), proposal.Scenario, cancellationToken),
            await TryAsync(new ViewQuery(proposal.Month), proposal.Scenario, cancellationToken),
            proposal.Author == viewer.Name && await current.AllowsAsync(Right.ProposalsWrite));
    }

    public async Task<ProposalRefusal?> WithdrawAsync(int id, CancellationToken cancellationToken) =>
        await proposals.WithdrawAsync(id, await current.GetAsync(), Address, cancellationToken);

    private string? Address => accessor.HttpContext?.Connection.RemoteIpAddress?.ToString();

    // A proposal names banks and areas whoever reads it; what is shown of them is cut afterwards.
    private async Task<MasterData> ChoicesAsync(DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        await shelf.ReadAsync(asOf, figures => figures.Master, cancellationToken);

    private async Task<IReadOnlyList<PlanRow>> SeenAsync(
        ViewData data,
        Scenario scenario,
        WhatIfResult? result,
        bool seesBanks,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken)
    {
        if (result is not { PlanRows: { Count: > 0 } rows })
        {
            return [];
        }

        if (scenario.Distribution!.By == AttributedBy.Bank)
        {
            IReadOnlyList<PlanRow> seen = seesBanks ? rows : [];
            await views.RecordAsync(seen.Select(row => row.Code), data.Region, data.Month, data.Month, cancellationToken);
            return seen;
        }

        ReadingQuery query = new(data.Region, data.Month, data.Month, NetNewLoans.Id, ReadingNames.Ruling, AsOf: asOf);
        IReadOnlySet<string> open = await causes.OpenAreasAsync(query, rows.Select(row => row.Code), cancellationToken);
        return [.. rows.Where(row => open.Contains(row.Code))];
    }

    private static Dictionary<string, LocalizedText> Names(MasterData master) => master.Banks
        .Select(bank => (bank.Code, bank.Name))
        .Concat(master.Regions.Select(region => (region.Code, region.Name)))
        .DistinctBy(each => each.Code)
        .ToDictionary(each => each.Code, each => each.Name);
}
