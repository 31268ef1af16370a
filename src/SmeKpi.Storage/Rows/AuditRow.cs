namespace SmeKpi.Storage.Rows;

/// <summary>One entry of the audit chain; never changed, never deleted by the program.</summary>
public sealed class AuditRow
{
    public long Number { get; init; }

    public long AtTicks { get; init; }

    /// <summary>The zone's distance from UTC when the entry was written.</summary>
    public int OffsetMinutes { get; init; }

    public required string Actor { get; init; }

    public string? Role { get; init; }

    public string? Address { get; init; }

    public required string Action { get; init; }

    public required string Target { get; init; }

    public required string Result { get; init; }

    public string? Detail { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }
}
