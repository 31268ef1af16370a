namespace SmeKpi.Core.Sources;

/// <summary>A file as it arrived: its name and its bytes.</summary>
public sealed record SourceFile(string Name, ReadOnlyMemory<byte> Content);
