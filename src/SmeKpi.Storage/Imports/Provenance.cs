namespace SmeKpi.Storage.Imports;

/// <summary>Where a file comes from, as its companion .source.yaml says.</summary>
/// <param name="Synthetic">True when the figures are made up, even if the file does not say so itself.</param>
public sealed record Provenance(
    string? Publisher = null,
    string? Title = null,
    string? Address = null,
    string? Note = null,
    bool Synthetic = false);
