namespace SmeKpi.Storage.Rows;

/// <summary>The original bytes of an import, apart from it so that lists of imports stay light.</summary>
public sealed class ImportContentRow
{
    public int ImportId { get; init; }

    public required byte[] Content { get; init; }
}
