using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Proposals;

/// <summary>Keeps proposals. Each one and each withdrawal stands in the audit chain, or is not done.</summary>
public sealed class ProposalDesk(
    IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock, RightsTable rights)
{
    public const int LongestName = 100;
    public const int LongestNote = 1_000;

    /// <returns>The number of the proposal, or why it was not saved.</returns>
    public async Task<(int? Id, ProposalRefusal? Refusal)> SaveAsync(
        ProposalDraft draft, Viewer viewer, string? address, CancellationToken cancellationToken = default)
    {
        string name = draft.Name.Trim();
        string note = draft.Note.Trim();
        if (!rights.Allows(viewer, Right.ProposalsWrite))
        {
            return (null, ProposalRefusal.NoRight);
        }

        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            return (null, ProposalRefusal.Name);
        }

        return note.Length > LongestNote ? (null, ProposalRefusal.Note) : (await WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                ProposalRow row = new()
                {
                    Name = name,
                    Author = viewer.Name,
                    AtTicks = clock.UtcTicks(),
                    Month = draft.Month.Number,
                    DataKnownSinceTicks = draft.DataKnownSince.UtcTicks,
                    ScenarioJson = StorageJson.From(draft.Scenario.ToDictionary()),
                    Note = note,
                };
                context.Add(row);
                await context.SaveChangesAsync(token);
                await CommitAsync(context, Of(viewer, address, row.Id, $"saved for {draft.Month}"), token);
                return (int?)row.Id;
            },
            cancellationToken), null);
    }

    /// <summary>Takes back one's own proposal; it stays readable.</summary>
    /// <returns>Null when it was withdrawn.</returns>
    public async Task<ProposalRefusal?> WithdrawAsync(
        int id, Viewer viewer, string? address, CancellationToken cancellationToken = default) =>
        !rights.Allows(viewer, Right.ProposalsWrite) ? ProposalRefusal.NoRight : await WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                bool isOwn = await context.Proposals.AnyAsync(row => row.Id == id && row.Author == viewer.Name, token);
                if (!isOwn || await context.ProposalWithdrawals.AnyAsync(row => row.ProposalId == id, token))
                {
                    return ProposalRefusal.Unknown;
                }

                context.Add(new ProposalWithdrawalRow { ProposalId = id, Actor = viewer.Name, AtTicks = clock.UtcTicks() });
                await CommitAsync(context, Of(viewer, address, id, "withdrawn"), token);
                return (ProposalRefusal?)null;
            },
            cancellationToken);

    /// <summary>The newest first; none for who may not read them.</summary>
    public async Task<IReadOnlyList<Proposal>> ListAsync(Viewer viewer, CancellationToken cancellationToken = default)
    {
        if (!rights.Allows(viewer, Right.ProposalsRead))
        {
            return [];
        }

        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ProposalRow> rows = await context.Proposals.AsNoTracking()
            .OrderByDescending(row => row.Id).ToListAsync(cancellationToken);
        Dictionary<int, long> withdrawn = await context.ProposalWithdrawals.AsNoTracking()
            .ToDictionaryAsync(row => row.ProposalId, row => row.AtTicks, cancellationToken);
        return [.. rows.Select(row => Of(row, withdrawn.TryGetValue(row.Id, out long ticks) ? ticks : null))];
    }

    /// <returns>Null when there is none of that number, or it is not for the viewer to read.</returns>
    public async Task<Proposal?> FindAsync(int id, Viewer viewer, CancellationToken cancellationToken = default)
    {
        if (!rights.Allows(viewer, Right.ProposalsRead))
        {
            return null;
        }

        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        ProposalRow? row = await context.Proposals.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        ProposalWithdrawalRow? withdrawal = await context.ProposalWithdrawals.AsNoTracking()
            .SingleOrDefaultAsync(each => each.ProposalId == id, cancellationToken);
        return row is null ? null : Of(row, withdrawal?.AtTicks);
    }

    private static Proposal Of(ProposalRow row, long? withdrawn) => new(
        row.Id,
        row.Name,
        row.Author,
        Ticks.ToMoment(row.AtTicks),
        YearMonth.FromNumber(row.Month),
        Ticks.ToMoment(row.DataKnownSinceTicks),
        StorageJson.ToPairs(row.ScenarioJson),
        row.Note,
        withdrawn is { } ticks ? Ticks.ToMoment(ticks) : null);

    private static AuditEvent Of(Viewer viewer, string? address, int id, string detail) =>
        new AuditActor(viewer.Name, viewer.Role is { } role ? RoleNames.Of(role) : null, address).Did(
            AuditAction.Proposal, string.Create(CultureInfo.InvariantCulture, $"proposal {id}"), detail: detail);

    private async Task CommitAsync(SmeKpiContext context, AuditEvent what, CancellationToken cancellationToken)
    {
        await audit.SaveAsync(context, [what], cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
    }
}
