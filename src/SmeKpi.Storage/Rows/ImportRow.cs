namespace SmeKpi.Storage.Rows;

/// <summary>A file that was accepted. Its moment known since is later than that of every import before it.</summary>
public sealed class ImportRow
{
    public int Id { get; init; }

    /// <summary>Lower-case hex</summary>
    public required string Sha256 { get; init; }

    public required string FileName { get; init; }

    public required string Layout { get; init; }

    public long ByteLength { get; init; }

    public long ReceivedTicks { get; init; }

    public long KnownSinceTicks { get; init; }

    public required string Actor { get; init; }

    public int RowsRead { get; init; }

    public int Stored { get; init; }

    public int Unchanged { get; init; }

    public bool Synthetic { get; init; }

    public string? Publisher { get; init; }

    public string? Title { get; init; }

    public string? Address { get; init; }

    public string? Note { get; init; }

    public required string FindingsJson { get; init; }
}
