namespace SmeKpi.Storage.Rows;

/// <summary>A sheet of an imported workbook; observations name it by number to stay small.</summary>
public sealed class ImportSheetRow
{
    public int ImportId { get; init; }

    /// <summary>Counts from 1 in the order in which the sheets occur among the figures.</summary>
    public short Number { get; init; }

    public required string Name { get; init; }
}
