using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Notes which bank was reminded of what, each with an entry in the audit chain, in one transaction.</summary>
/// <remarks>Any number of runs, here and on other machines, note the same reminder once.</remarks>
public sealed class ReminderBook(IDbContextFactory<SmeKpiContext> contexts, AuditLog log, TimeProvider clock)
{
    /// <returns>How many of the reminders were new.</returns>
    /// <exception cref="AuditException">Nothing was noted; the next run tries again.</exception>
    public async Task<int> RecordAsync(
        IReadOnlyList<Reminder> reminders, CancellationToken cancellationToken = default)
    {
        int recorded = 0;
        await log.WriteAsync(
            AuditAction.Remind,
            async (context, token) =>
            {
                HashSet<string> known = [.. await Noted(context).Select(row => row.Key).ToListAsync(token)];
                List<Reminder> fresh = [.. reminders.DistinctBy(each => each.Key).Where(each => !known.Contains(each.Key))];
                recorded = fresh.Count;
                if (fresh.Count == 0)
                {
                    return;
                }

                string now = clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
                context.AddRange(fresh.Select(each => new MetaRow { Key = each.Key, Value = now }));
                await log.SaveAsync(context, [.. fresh.Select(EventOf)], token);
            },
            cancellationToken);
        return recorded;
    }

    /// <summary>When each bank was reminded last, of anything.</summary>
    /// <returns>By the bank's code; banks that never were are left out.</returns>
    public async Task<IReadOnlyDictionary<string, DateTimeOffset>> LastByBankAsync(
        CancellationToken cancellationToken = default)
    {
        await using SmeKpiContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<MetaRow> rows = await Noted(context).ToListAsync(cancellationToken);
        return rows.GroupBy(row => Reminder.BankOf(row.Key) ?? string.Empty).ToDictionary(
            bank => bank.Key,
            bank => bank.Max(row => DateTimeOffset.ParseExact(row.Value, "O", CultureInfo.InvariantCulture)));
    }

    internal static IQueryable<MetaRow> Noted(SmeKpiContext context) =>
        context.Meta.AsNoTracking().Where(row => row.Key.StartsWith(Reminder.Prefix));

    private static AuditEvent EventOf(Reminder reminder) => AuditActor.Program.Did(
        AuditAction.Remind, $"{reminder.Bank} {reminder.Return} {reminder.Month}", detail: $"{reminder.Kind} {reminder.Detail}");
}
