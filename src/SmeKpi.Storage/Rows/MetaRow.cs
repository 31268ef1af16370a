namespace SmeKpi.Storage.Rows;

/// <summary>A fact about the database itself, as in its mode (demo or real).</summary>
public sealed class MetaRow
{
    public required string Key { get; init; }

    public required string Value { get; set; }
}
