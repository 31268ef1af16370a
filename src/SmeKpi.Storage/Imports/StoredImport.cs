using SmeKpi.Core.Validation;

namespace SmeKpi.Storage.Imports;

/// <summary>A file that was stored.</summary>
public sealed record StoredImport(
    int Id,
    string Sha256,
    string FileName,
    string Layout,
    long ByteLength,
    DateTimeOffset Received,
    DateTimeOffset KnownSince,
    string Actor,
    int RowsRead,
    int Stored,
    int Unchanged,
    bool Synthetic,
    Provenance Source,
    IReadOnlyList<Finding> Findings);
