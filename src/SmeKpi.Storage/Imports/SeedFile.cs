using SmeKpi.Core.Sources;

namespace SmeKpi.Storage.Imports;

/// <summary>One file of a set that is stored together.</summary>
public sealed record SeedFile(SourceFile File, ImportRequest Request);

/// <summary>How far a set has come.</summary>
public readonly record struct ImportProgress(int Done, int Total, ImportReport Last);
