namespace SmeKpi.Storage.Imports;

/// <summary>A file that arrived: stored or refused, never both.</summary>
public sealed record Arrival(StoredImport? Import, Refusal? Refusal);
