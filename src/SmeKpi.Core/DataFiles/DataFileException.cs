using System.Globalization;

namespace SmeKpi.Core.DataFiles;

/// <summary>A file of the program's own data (policy, indicators, dashboards) is wrong.</summary>
/// <remarks>
/// The program must not start on it. Files that banks and offices send are never judged this way: what is wrong
/// there is a finding.
/// </remarks>
public sealed class DataFileException : Exception
{
    public DataFileException(string file, int line, string message, Exception? inner = null)
        : base(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {message}"), inner)
    {
        File = file;
        Line = line;
    }

    public string File { get; }

    /// <summary>Counts from 1.</summary>
    public int Line { get; }
}
