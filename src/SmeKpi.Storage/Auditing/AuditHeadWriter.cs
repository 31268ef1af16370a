using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Notes the newest entry outside the database after each commit that held one, whoever wrote it.</summary>
public sealed class AuditHeadWriter(AuditFolder folder) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Note(eventData.Context);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Note(eventData.Context);
        return Task.CompletedTask;
    }

    private void Note(DbContext? context)
    {
        if (context is null)
        {
            return;
        }

        // Looking for changes would cost time and find none: everything is saved.
        bool detects = context.ChangeTracker.AutoDetectChangesEnabled;
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        AuditRow? newest = context.ChangeTracker.Entries<AuditRow>()
            .Where(entry => entry.State == EntityState.Unchanged).Select(entry => entry.Entity).MaxBy(row => row.Number);
        context.ChangeTracker.AutoDetectChangesEnabled = detects;
        if (newest is not null)
        {
            folder.NoteHead(new AuditHead(newest.Number, newest.Hash));
        }
    }
}
