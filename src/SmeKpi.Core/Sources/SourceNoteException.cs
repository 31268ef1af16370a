using System.Globalization;

namespace SmeKpi.Core.Sources;

/// <summary>A .source.yaml file of the repository is wrong: the message names file and line.</summary>
public sealed class SourceNoteException(string file, long line, string problem)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{file}({line}): {problem}"));
