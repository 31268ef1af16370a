using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Cases;
using SmeKpi.Core.Units;
using SmeKpi.Storage.Promises;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Cases;

/// <summary>Reads cases with all their steps. It knows every row: people come here through the hall only.</summary>
public sealed class CaseReader(IDbContextFactory<SmeKpiContext> contexts)
{
    /// <summary>In the order in which they were opened: a city has a few hundred in a year.</summary>
    /// <param name="bank">Only this bank's; null for all.</param>
    public async Task<IReadOnlyList<SupervisoryCase>> ListAsync(string? bank, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<CaseRow> rows = await Cases(context, bank).ToListAsync(cancellationToken);
        ILookup<int, CaseStepRow> steps = (await Steps(context, bank).ToListAsync(cancellationToken)).ToLookup(row => row.CaseId);
        return [.. rows.Select(row => Of(row, steps[row.Id]))];
    }

    /// <returns>Null when there is no such case.</returns>
    public async Task<SupervisoryCase?> FindAsync(int id, CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(context, id, cancellationToken);
    }

    internal static async Task<SupervisoryCase?> FindAsync(SmeKpiContext context, int id, CancellationToken cancellationToken) =>
        await context.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row
            ? Of(row, await context.CaseSteps.AsNoTracking()
                .Where(step => step.CaseId == id).OrderBy(step => step.Number).ToListAsync(cancellationToken))
            : null;

    internal static IQueryable<CaseRow> Cases(SmeKpiContext context, string? bank) =>
        context.Cases.AsNoTracking().Where(row => bank == null || row.BankCode == bank).OrderBy(row => row.Id);

    internal static IQueryable<CaseStepRow> Steps(SmeKpiContext context, string? bank) =>
        from step in context.CaseSteps.AsNoTracking()
        join row in context.Cases on step.CaseId equals row.Id
        where bank == null || row.BankCode == bank
        orderby step.CaseId, step.Number
        select step;

    internal static CaseStep Of(CaseStepRow row) => new(
        row.Number,
        row.Act,
        row.State,
        Ticks.ToMoment(row.AtTicks),
        row.Actor,
        row.Role,
        row.Text,
        row.DeadlineYmd is { } day ? Days.ToDay(day) : null,
        row.Finding,
        row.EvidenceJson is { } json ? StorageJson.ToEvidence(json) : null,
        row.AuditNumber);

    private static SupervisoryCase Of(CaseRow row, IEnumerable<CaseStepRow> steps) => new(
        row.Id, row.BankCode, row.Subject, row.Title, YearMonth.FromNumber(row.Month), row.Synthetic, [.. steps.Select(Of)]);
}
