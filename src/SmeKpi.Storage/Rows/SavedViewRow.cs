namespace SmeKpi.Storage.Rows;

/// <summary>A question that somebody kept under a name.</summary>
public sealed class SavedViewRow
{
    public int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The query part of its address.</summary>
    public required string Question { get; init; }

    /// <summary>The name of the account.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether everybody sees it who may see the page.</summary>
    public bool Shared { get; init; }

    public long AtTicks { get; init; }

    /// <summary>Null while its owner keeps it.</summary>
    public long? WithdrawnTicks { get; set; }
}
