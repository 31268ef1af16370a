using System.Data;
using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Configurations;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Entries as rows and back.</summary>
internal static class AuditRows
{
    private const int LargestOffset = 14 * 60;

    internal static readonly BulkColumn[] Columns =
    [
        new("number", DbType.Int64),
        new("at_ticks", DbType.Int64),
        new("offset_minutes", DbType.Int32),
        new("actor", DbType.String, Lengths.Name),
        new("role", DbType.String, Lengths.ReadingName),
        new("address", DbType.String, Lengths.Version),
        new("action", DbType.String, Lengths.ReadingName),
        new("target", DbType.String, Lengths.FileName),
        new("result", DbType.String, Lengths.Word),
        new("detail", DbType.String, Lengths.Address),
        new("previous_hash", DbType.String, Lengths.Version),
        new("hash", DbType.String, Lengths.Version),
    ];

    /// <summary>Adds entries in their order to the transaction of the context; the newest is saved with it.</summary>
    /// <remarks>
    /// Only the newest is tracked: the next entry follows it, and its head is noted after the commit. The ones before it
    /// go past the change tracker, whose time for each row would be most of what a page with rows of banks takes.
    /// </remarks>
    public static async Task AddAsync(
        SmeKpiContext context, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count > 1)
        {
            await using BulkInsert insert = BulkInsert.Into(context, "audit", Columns);
            foreach (AuditRow row in entries.SkipLast(1).Select(Of))
            {
                await insert.AddAsync(Values(row), cancellationToken);
            }

            await insert.FlushAsync(cancellationToken);
        }

        context.Add(Of(entries[^1]));
    }

    private static object?[] Values(AuditRow row) =>
    [
        row.Number, row.AtTicks, row.OffsetMinutes, row.Actor, row.Role, row.Address, row.Action, row.Target, row.Result,
        row.Detail, row.PreviousHash, row.Hash,
    ];

    public static AuditRow Of(AuditEntry entry) => new()
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

    /// <summary>The entry of a row. One that the program cannot have written gets a result that does not exist.</summary>
    public static AuditEntry ToEntry(AuditRow row)
    {
        DateTimeOffset? at = MomentOf(row);
        AuditResult result = at is null ? (AuditResult)(-1) : ResultOf(row.Result);
        AuditEvent what = new(row.Actor, row.Role, row.Address, row.Action, row.Target, result, row.Detail);
        return new AuditEntry(row.Number, at ?? default, what, row.PreviousHash, row.Hash);
    }

    private static DateTimeOffset? MomentOf(AuditRow row)
    {
        if (row.OffsetMinutes is < -LargestOffset or > LargestOffset
            || row.AtTicks < 0 || row.AtTicks > DateTimeOffset.MaxValue.Ticks)
        {
            return null;
        }

        TimeSpan offset = TimeSpan.FromMinutes(row.OffsetMinutes);
        long local = row.AtTicks + offset.Ticks;
        return local >= 0 && local <= DateTimeOffset.MaxValue.Ticks ? new DateTimeOffset(local, offset) : null;
    }

    // Exactly as written: "success" and "0" are no results.
    private static AuditResult ResultOf(string text) => text switch
    {
        nameof(AuditResult.Success) => AuditResult.Success,
        nameof(AuditResult.Denied) => AuditResult.Denied,
        nameof(AuditResult.Failed) => AuditResult.Failed,
        _ => (AuditResult)(-1),
    };
}
