using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Access;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Views;

/// <summary>Keeps questions under names. Each saving and each withdrawal stands in the audit chain, or is not done.</summary>
public sealed class SavedViewDesk(
    IDbContextFactory<SmeKpiContext> contexts, AuditLog audit, TimeProvider clock, RightsTable rights)
{
    public const int LongestName = 100;
    public const int LongestQuestion = 2_000;

    /// <param name="question">The query part of the address.</param>
    /// <param name="shared">Whether others see it too: each with the answer that their own rights allow.</param>
    /// <returns>The number of the view, or why it was not saved.</returns>
    public async Task<(int? Id, SavedViewRefusal? Refusal)> SaveAsync(
        string name, string question, bool shared, Viewer viewer, string? address, CancellationToken cancellationToken = default)
    {
        string trimmed = name.Trim();
        if (!rights.Allows(viewer, Right.ViewsWrite))
        {
            return (null, SavedViewRefusal.NoRight);
        }

        if (trimmed.Length is 0 or > LongestName || trimmed.Any(char.IsControl))
        {
            return (null, SavedViewRefusal.Name);
        }

        return question.Length > LongestQuestion ? (null, SavedViewRefusal.Question) : (await WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                SavedViewRow row = new()
                {
                    Name = trimmed,
                    Question = question,
                    Owner = viewer.Name,
                    Shared = shared,
                    AtTicks = clock.UtcTicks(),
                };
                context.Add(row);
                await context.SaveChangesAsync(token);
                await CommitAsync(context, Of(viewer, address, row.Id, shared ? "saved and shared" : "saved"), token);
                return (int?)row.Id;
            },
            cancellationToken), null);
    }

    /// <summary>Takes back one's own view: nobody is offered it any more.</summary>
    /// <returns>Null when it was withdrawn.</returns>
    public async Task<SavedViewRefusal?> WithdrawAsync(
        int id, Viewer viewer, string? address, CancellationToken cancellationToken = default) =>
        !rights.Allows(viewer, Right.ViewsWrite) ? SavedViewRefusal.NoRight : await WriteTransaction.RunAsync(
            contexts,
            async (context, token) =>
            {
                SavedViewRow? row = await context.SavedViews.SingleOrDefaultAsync(
                    each => each.Id == id && each.Owner == viewer.Name && each.WithdrawnTicks == null, token);
                if (row is null)
                {
                    return SavedViewRefusal.Unknown;
                }

                row.WithdrawnTicks = clock.UtcTicks();
                await context.SaveChangesAsync(token);
                await CommitAsync(context, Of(viewer, address, id, "withdrawn"), token);
                return (SavedViewRefusal?)null;
            },
            cancellationToken);

    /// <summary>One's own views and those that others share, by name; none for who may not see the page they open.</summary>
    public async Task<IReadOnlyList<SavedView>> ListAsync(Viewer viewer, CancellationToken cancellationToken = default)
    {
        if (!rights.Allows(viewer, Right.CellsRead))
        {
            return [];
        }

        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<SavedViewRow> rows = await context.SavedViews.AsNoTracking()
            .Where(row => row.WithdrawnTicks == null && (row.Shared || row.Owner == viewer.Name))
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.OrderBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Id).Select(row => new SavedView(
                row.Id, row.Name, row.Question, row.Owner, row.Shared, Ticks.ToMoment(row.AtTicks))),
        ];
    }

    private static AuditEvent Of(Viewer viewer, string? address, int id, string detail) =>
        new AuditActor(viewer.Name, viewer.Role is { } role ? RoleNames.Of(role) : null, address).Did(
            AuditAction.SavedView, string.Create(CultureInfo.InvariantCulture, $"view {id}"), detail: detail);

    private async Task CommitAsync(SmeKpiContext context, AuditEvent what, CancellationToken cancellationToken)
    {
        await audit.SaveAsync(context, [what], cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
    }
}
