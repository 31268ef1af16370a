using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Writes the audit chain. An entry that cannot be written throws, so that what it records does not happen.</summary>
/// <param name="folder">Where the newest entry is noted outside the database; null when it is not.</param>
public sealed class AuditLog(
    IDbContextFactory<SmeKpiContext> contexts, TimeProvider clock, AuditFolder? folder = null) : IDisposable
{
    /// <summary>The newest entry as "number:hash", kept apart from the chain so that a cut-off end is noticed.</summary>
    public const string Head = "audit-head";

    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Lock _lock = new();
    private Batch? _waiting;

    /// <summary>Records an event; events that come at the same time share a transaction, in the order of their coming.</summary>
    /// <exception cref="AuditException">The entry was not written; whatever waits for it must not be done.</exception>
    public async Task<AuditEntry> RecordAsync(AuditEvent what, CancellationToken cancellationToken = default)
    {
        Task<IReadOnlyList<AuditEntry>> written;
        int place;
        lock (_lock)
        {
            _waiting ??= new Batch(WriteWaitingAsync);
            place = _waiting.Add(what);
            written = _waiting.Written;
        }

        try
        {
            return (await written.WaitAsync(cancellationToken))[place];
        }
        catch (AuditException error)
        {
            throw new AuditException(what.Action, error.InnerException!);
        }
    }

    /// <summary>Waits for the batch before, closes this one to newcomers and writes it.</summary>
    private async Task<IReadOnlyList<AuditEntry>> WriteWaitingAsync()
    {
        await _door.WaitAsync().ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            Batch batch;
            lock (_lock)
            {
                batch = _waiting!;
                _waiting = null;
            }

            IReadOnlyList<AuditEntry> entries = [];
            await WriteAsync(
                batch.Events[0].Action,
                async (context, token) => entries = await AppendAsync(context, batch.Events, token),
                CancellationToken.None);
            return entries;
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>Runs a step that appends, and stores it whole or not at all.</summary>
    /// <param name="action">What the exception names.</param>
    internal async Task WriteAsync(
        string action, Func<SmeKpiContext, CancellationToken, Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await WriteTransaction.RunAsync(
                contexts,
                async (context, token) =>
                {
                    await step(context, token);
                    await context.SaveChangesAsync(token);
                    await context.Database.CommitTransactionAsync(token);
                    return true;
                },
                cancellationToken);
        }
        catch (Exception error) when (error is not (OperationCanceledException or AuditException))
        {
            throw new AuditException(action, error);
        }
    }

    /// <summary>Adds events to a writer's own transaction and saves them: acts and traces are stored together or not at all.</summary>
    /// <remarks>The caller commits. It must hold a transaction of <see cref="WriteTransaction"/>.</remarks>
    /// <exception cref="AuditException">The entries were not written; the caller must not commit.</exception>
    internal async Task SaveAsync(
        SmeKpiContext context, IReadOnlyList<AuditEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await AppendAsync(context, events, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (Exception error) when (error is DbException or DbUpdateException)
        {
            throw new AuditException(events[0].Action, error);
        }
    }

    /// <summary>Adds an event to a writer's own transaction: act and trace are stored together or not at all.</summary>
    /// <remarks>The caller saves and commits. It must hold a transaction of <see cref="WriteTransaction"/>.</remarks>
    /// <exception cref="AuditException">The entry was not added; the caller must not commit.</exception>
    internal async Task<AuditEntry> AppendAsync(
        SmeKpiContext context, AuditEvent what, CancellationToken cancellationToken)
    {
        try
        {
            return (await AppendAsync(context, [what], cancellationToken))[0];
        }
        catch (Exception error) when (error is not (OperationCanceledException or AuditException))
        {
            throw new AuditException(what.Action, error);
        }
    }

    /// <returns>One entry for each event.</returns>
    private async Task<IReadOnlyList<AuditEntry>> AppendAsync(
        SmeKpiContext context, IReadOnlyList<AuditEvent> events, CancellationToken cancellationToken)
    {
        EnsureNotable(events[0]);
        AuditHead newest = context.Audit.Local.MaxBy(row => row.Number) is { } added
            ? new AuditHead(added.Number, added.Hash)
            : await AuditReader.NewestAsync(context, cancellationToken);
        List<AuditEntry> entries = [];
        foreach (AuditEvent what in events)
        {
            AuditEntry entry = AuditChain.Append(newest.Number + 1, clock.GetLocalNow(), Storable(what), newest.Hash);
            entries.Add(entry);
            newest = new AuditHead(entry.Number, entry.Hash);
        }

        await AuditRows.AddAsync(context, entries, cancellationToken);
        if (await context.Meta.FindAsync([Head], cancellationToken) is { } row)
        {
            row.Value = newest.ToString();
        }
        else
        {
            context.Add(new MetaRow { Key = Head, Value = newest.ToString() });
        }

        return entries;
    }

    private void EnsureNotable(AuditEvent what)
    {
        try
        {
            folder?.Settle();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AuditException(what.Action, error);
        }
    }

    // What a stranger types may be of any length and hold anything; the hash covers what is stored.
    private static AuditEvent Storable(AuditEvent what) => what with
    {
        Actor = Visible(Lengths.Cut(what.Actor, Lengths.Name)),
        Address = Visible(Lengths.Cut(what.Address, Lengths.Version)),
        Target = Visible(Lengths.Cut(what.Target, Lengths.FileName)),
        Detail = Visible(Lengths.Cut(what.Detail, Lengths.Address)),
    };

    /// <summary>Puts a sign in the place of characters that no database keeps alike: zeros, halves of characters.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(text))]
    private static string? Visible(string? text) => text is null
        ? null
        : string.Create(text.Length, text, (target, source) =>
        {
            for (int at = 0; at < source.Length; at++)
            {
                bool whole = !char.IsSurrogate(source[at])
                    || (char.IsHighSurrogate(source[at]) && at + 1 < source.Length && char.IsLowSurrogate(source[at + 1]))
                    || (char.IsLowSurrogate(source[at]) && at > 0 && char.IsHighSurrogate(source[at - 1]));
                target[at] = whole && !char.IsControl(source[at]) ? source[at] : '\uFFFD';
            }
        });

    public void Dispose() => _door.Dispose();

    /// <summary>Events that wait for the same transaction.</summary>
    private sealed class Batch
    {
        public Batch(Func<Task<IReadOnlyList<AuditEntry>>> write) => Written = write();

        public List<AuditEvent> Events { get; } = [];

        public Task<IReadOnlyList<AuditEntry>> Written { get; }

        /// <returns>Its place among the entries that come back.</returns>
        public int Add(AuditEvent what)
        {
            Events.Add(what);
            return Events.Count - 1;
        }
    }
}

/// <summary>The audit chain could not be written.</summary>
public sealed class AuditException(string action, Exception inner)
    : Exception($"The audit chain could not be written, so '{action}' was not done.", inner);
