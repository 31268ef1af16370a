using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Writes the audit chain. An entry that cannot be written throws, so that what it records does not happen.</summary>
public sealed class AuditLog(IDbContextFactory<SmeKpiContext> contexts, TimeProvider clock)
{
    /// <summary>The newest entry as "number:hash", kept apart from the chain so that a cut-off end is noticed.</summary>
    public const string Head = "audit-head";

    /// <summary>Records an event in a transaction of its own.</summary>
    /// <exception cref="AuditException">The entry was not written; whatever waits for it must not be done.</exception>
    public async Task<AuditEntry> RecordAsync(AuditEvent what, CancellationToken cancellationToken = default)
    {
        try
        {
            return await WriteTransaction.RunAsync(
                contexts,
                async (context, token) =>
                {
                    AuditEntry entry = await AppendAsync(context, what, token);
                    await context.SaveChangesAsync(token);
                    await context.Database.CommitTransactionAsync(token);
                    return entry;
                },
                cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            throw new AuditException(what.Action, error);
        }
    }

    /// <summary>Adds an event to a writer's own transaction: act and trace are stored together or not at all.</summary>
    /// <remarks>The caller saves and commits. It must hold a transaction of <see cref="WriteTransaction"/>.</remarks>
    internal async Task<AuditEntry> AppendAsync(SmeKpiContext context, AuditEvent what, CancellationToken cancellationToken)
    {
        AuditRow? newest = context.Audit.Local.MaxBy(row => row.Number)
            ?? await context.Audit.AsNoTracking().OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        AuditEntry entry = AuditChain.Append(
            (newest?.Number ?? 0) + 1, clock.GetLocalNow(), Shortened(what), newest?.Hash ?? AuditChain.Beginning);
        context.Add(RowOf(entry));
        string head = string.Create(CultureInfo.InvariantCulture, $"{entry.Number}:{entry.Hash}");
        if (await context.Meta.FindAsync([Head], cancellationToken) is { } row)
        {
            row.Value = head;
        }
        else
        {
            context.Add(new MetaRow { Key = Head, Value = head });
        }

        return entry;
    }

    // What a stranger types may be of any length; the hash covers what is stored.
    private static AuditEvent Shortened(AuditEvent what) => what with
    {
        Actor = Lengths.Cut(what.Actor, Lengths.Name),
        Address = Lengths.Cut(what.Address, Lengths.Version),
        Target = Lengths.Cut(what.Target, Lengths.FileName),
        Detail = Lengths.Cut(what.Detail, Lengths.Address),
    };

    private static AuditRow RowOf(AuditEntry entry) => new()
    {
        Number = entry.Number,
        AtTicks = entry.At.UtcTicks,
        OffsetMinutes = (int)entry.At.Offset.TotalMinutes,
        Actor = entry.Event.Actor,
        Role = entry.Event.Role,
        Address = entry.Event.Address,
        Action = entry.Event.Action,
        Target = entry.Event.Target,
        Result = entry.Event.Result.ToString(),
        Detail = entry.Event.Detail,
        PreviousHash = entry.PreviousHash,
        Hash = entry.Hash,
    };
}

/// <summary>The audit chain could not be written.</summary>
public sealed class AuditException(string action, Exception inner)
    : Exception($"The audit chain could not be written, so '{action}' was not done.", inner);
