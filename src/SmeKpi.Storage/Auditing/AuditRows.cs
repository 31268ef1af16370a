using SmeKpi.Core.Auditing;
using SmeKpi.Storage.Rows;

namespace SmeKpi.Storage.Auditing;

/// <summary>Entries as rows and back.</summary>
internal static class AuditRows
{
    private const int LargestOffset = 14 * 60;

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
