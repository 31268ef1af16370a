namespace SmeKpi.Storage.Rows;

/// <summary>A file that was refused, kept apart from imports: nothing of the file itself is stored.</summary>
public sealed class RefusalRow
{
    public int Id { get; init; }

    public required string Sha256 { get; init; }

    public required string FileName { get; init; }

    public long AtTicks { get; init; }

    public required string FindingsJson { get; init; }
}
